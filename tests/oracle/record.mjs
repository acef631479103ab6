// node record.mjs [--alone] [TOPIC.py ...]: records what CPython does with the conformance programs, of all topics or the named ones.
//
// The records of FOLDER/TOPIC.py are FOLDER/TOPIC.jsonl; those of the page's own scenarios are in a folder of the tests. Of a table of
// programs, those whose text did not change could keep their records, but nothing here knows their old text: the whole topic is recorded
// again.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { cases } from "./cases.mjs";
import { runAll } from "./oracle.mjs";

const project = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
/** Where topics are, and where their records are. */
const roots = [
  ["tests/conformance", "tests/conformance"],
  ["src/scenario/library", "tests/library"],
].map((pair) => pair.map((folder) => join(project, folder)));

/** What is named on the command line: a path, or a topic as records call it. */
const find = (name) => (existsSync(name) ? resolve(name) : roots.map(([topics]) => join(topics, name)).find(existsSync));
const pythonFiles = (folder) => readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".py")).sort();
const all = () => roots.flatMap(([topics]) => pythonFiles(topics).map((name) => join(topics, name)));

function topicAt(path) {
  const [topics, records] = roots.find(([folder]) => path.startsWith(folder));
  const name = relative(topics, path);
  return { name, records: join(records, name).replace(/\.py$/, ".jsonl"), programs: cases(path) };
}

const named = process.argv.slice(2).filter((argument) => argument !== "--alone");
const topics = (named.length > 0 ? named.map(find) : all()).map(topicAt);
const results = await runAll(topics.flatMap(({ programs }) => programs.map(({ file }) => file)), { alone: process.argv.includes("--alone") });

for (const topic of topics) {
  const lines = topic.programs.map(({ name }) => JSON.stringify({ ...results.shift(), file: topic.name + name }) + "\n");
  mkdirSync(dirname(topic.records), { recursive: true });
  writeFileSync(topic.records, lines.join(""));
  console.log(`${topic.name}: ${lines.length} recorded`);
}
