// Runs programs under CPython's oracle, two at a time, in interpreters that take one program after the other.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const SECONDS = 60;
/** Below this many programs, a second interpreter takes longer to boot than it saves. */
const WORTH_A_BOOT = 20;

class Interpreter {
  constructor() {
    const node = join(here, "node_modules", ".bin", "node");
    this.process = spawn(node, ["--experimental-wasm-jspi", join(here, "batch.mjs")], { stdio: ["pipe", "pipe", "pipe"] });
    this.complaint = "";
    this.process.stderr.on("data", (text) => (this.complaint = (this.complaint + text).slice(-2000)));
    this.records = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
  }

  async run(file) {
    const timer = setTimeout(() => this.process.kill(), SECONDS * 1000);
    this.process.stdin.write(JSON.stringify({ file: basename(file), source: readFileSync(file, "utf8") }) + "\n");
    const { value, done } = await this.records.next();
    clearTimeout(timer);
    if (done) throw new Error(`${file}: the oracle itself failed, or took more than ${SECONDS} s\n${this.complaint}`);
    return JSON.parse(value);
  }

  close() {
    this.process.stdin.end();
  }
}

/** The records of the files, in their order. With `alone`, each has an interpreter to itself: slow, but surely a new one. */
export async function runAll(files, { alone = false } = {}) {
  const records = new Array(files.length);
  const queue = files.keys();
  const worker = async () => {
    let interpreter;
    for (const index of queue) {
      interpreter ??= new Interpreter();
      records[index] = await interpreter.run(files[index]);
      if (alone) {
        interpreter.close();
        interpreter = undefined;
      }
    }
    interpreter?.close();
  };
  await Promise.all(Array.from({ length: alone || files.length > WORTH_A_BOOT ? 2 : 1 }, worker));
  return records;
}
