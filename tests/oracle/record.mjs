// node record.mjs [--alone] [TOPIC.py ...]: records what CPython does with the conformance programs, of all topics or the named ones.
//
// The records of FOLDER/TOPIC.py are FOLDER/TOPIC.jsonl. Of a table of programs, those whose text did not change could keep their
// records, but nothing here knows their old text: the whole topic is recorded again.
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { cases } from "./cases.mjs";
import { runAll } from "./oracle.mjs";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "conformance");
const all = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".py")).sort().map((name) => join(folder, name));
const alone = process.argv.includes("--alone");
const names = process.argv.slice(2).filter((argument) => argument !== "--alone");
const named = names.map((name) => (existsSync(name) ? resolve(name) : join(folder, name)));

for (const topic of named.length > 0 ? named : all) {
  const programs = cases(topic);
  const records = await runAll(programs.map(({ file }) => file), { alone });
  const topicName = relative(folder, topic);
  const lines = programs.map(({ name }, index) => JSON.stringify({ ...records[index], file: topicName + name }) + "\n");
  writeFileSync(topic.replace(/\.py$/, ".jsonl"), lines.join(""));
  console.log(`${topicName}: ${lines.length} recorded`);
}
