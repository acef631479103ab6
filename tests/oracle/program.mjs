// Runs one program under the virtual clock and prints its record. `run.mjs` starts it, with stack switching enabled.
import { readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";

const here = dirname(fileURLToPath(import.meta.url));
const file = process.argv[2];
const name = basename(file);
const python = await loadPyodide();

globalThis.oraclePromise = () => Promise.withResolvers();
// Only once the caller has parked: one stack at a time.
globalThis.oracleStart = (run) => void setImmediate(() => run.callPromising());

python.FS.mkdir("/virtual");
for (const module of readdirSync(join(here, "virtual")).filter((entry) => entry.endsWith(".py"))) {
  python.FS.writeFile(`/virtual/${module}`, readFileSync(join(here, "virtual", module)));
}
python.FS.writeFile(name, readFileSync(file));
python.runPython("import sys; sys.path.insert(0, '/')");
python.pyimport("virtual.threads").install(); // before anything else takes locks and clocks from the real modules
const program = python.pyimport("virtual.program");
await program.run.callPromising(name);

// What is still alive dies now, with no Python frame on the stack, as when an interpreter exits.
program.begin_exit();
program.last_exception.clear();
program.module.__dict__.clear();
python.pyimport("gc").collect();
process.stdout.write(JSON.stringify({ file: name, ...JSON.parse(program.result()) }) + "\n");
process.exit(0);
