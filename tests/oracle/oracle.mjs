// Runs programs under CPython's oracle, two at a time, each in an interpreter of its own.
import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const execute = promisify(execFile);
const SECONDS = 60;

async function runOne(file) {
  const node = join(here, "node_modules", ".bin", "node");
  const options = ["--experimental-wasm-jspi", join(here, "program.mjs"), file];
  try {
    const { stdout } = await execute(node, options, { timeout: SECONDS * 1000, maxBuffer: 1 << 26 });
    return JSON.parse(stdout);
  } catch (error) {
    throw new Error(`${file}: the oracle itself failed\n${String(error.stderr ?? error).slice(-2000)}`);
  }
}

/** The records of the files, in their order. */
export async function runAll(files, atOnce = 2) {
  const records = new Array(files.length);
  const queue = files.keys();
  const worker = async () => {
    for (const index of queue) records[index] = await runOne(files[index]);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return records;
}
