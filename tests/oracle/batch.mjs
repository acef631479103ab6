// Runs program after program in one interpreter, made as good as new before each. Reads {"file", "source"}, a line each, from
// standard input and writes their records in the same order.
import { createInterface } from "node:readline";
import { boot } from "./interpreter.mjs";

const interpreter = await boot();
for await (const line of createInterface({ input: process.stdin })) {
  const { file, source } = JSON.parse(line);
  await interpreter.reset();
  const record = await interpreter.run(file, source);
  process.stdout.write(JSON.stringify(record) + "\n");
}
process.exit(0);
