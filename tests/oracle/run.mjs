// node run.mjs FILE.py ...: prints what CPython does with each program, one line of JSON a program.
import { runAll } from "./oracle.mjs";

for (const record of await runAll(process.argv.slice(2))) console.log(JSON.stringify(record));
