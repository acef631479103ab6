// CPython 3.14 under the virtual clock. Needs stack switching: node --experimental-wasm-jspi.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";

const here = dirname(fileURLToPath(import.meta.url));
/** Libraries that CPython does not have: programs get the project's own simulations of them. */
const library = join(here, "..", "..", "src", "python", "lib");
const SIMULATED = ["_http.py", "aiofiles.py", "aiohttp.py", "httpx.py", "requests.py"];

/** Boots an interpreter; `run(name, source)` gives the record of a program, one after the other. */
export async function boot() {
  const python = await loadPyodide();
  globalThis.oraclePromise = () => Promise.withResolvers();
  // Only once the caller has parked: one stack at a time.
  globalThis.oracleStart = (run) => void setImmediate(() => run.callPromising());

  python.FS.mkdir("/virtual");
  for (const module of readdirSync(join(here, "virtual")).filter((entry) => entry.endsWith(".py"))) {
    python.FS.writeFile(`/virtual/${module}`, readFileSync(join(here, "virtual", module)));
  }
  python.FS.mkdir("/simulated");
  for (const module of SIMULATED) python.FS.writeFile(`/simulated/${module}`, readFileSync(join(library, module)));
  python.runPython("import sys; sys.path[:0] = ['/', '/simulated']");
  python.pyimport("virtual.threads").install(); // before anything else takes locks and clocks from the real modules
  const { Program } = python.pyimport("virtual.program");
  const gc = python.pyimport("gc");
  return {
    reset: () => python.pyimport("virtual.fresh").reset.callPromising(),
    async run(name, source) {
      python.FS.writeFile(name, source);
      const program = Program(name);
      await program.run.callPromising();
      program.begin_exit();
      gc.collect();
      program.begin_end();
      program.last_exception = null;
      program.module = null;
      gc.collect();
      const record = JSON.parse(program.result());
      program.destroy();
      return { file: name, ...record };
    },
  };
}
