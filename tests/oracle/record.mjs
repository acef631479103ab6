// node record.mjs [TOPIC/PROGRAM.py ...]: records what CPython does with the conformance programs, all or the named ones.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { runAll } from "./oracle.mjs";

const programs = join(dirname(fileURLToPath(import.meta.url)), "..", "conformance");
const recorded = join(programs, "expected.jsonl");

const all = readdirSync(programs, { recursive: true }).filter((name) => name.endsWith(".py")).sort();
const named = process.argv.slice(2).map((file) => relative(programs, file.startsWith("/") ? file : join(programs, file)));
const chosen = named.length > 0 ? named : all;

const lines = existsSync(recorded) ? readFileSync(recorded, "utf8").split("\n").filter(Boolean) : [];
const records = new Map(lines.map((line) => JSON.parse(line)).map((record) => [record.file, record]));
const fresh = await runAll(chosen.map((file) => join(programs, file)));
chosen.forEach((file, index) => records.set(file, { ...fresh[index], file }));

const kept = all.filter((file) => records.has(file));
writeFileSync(recorded, kept.map((file) => JSON.stringify(records.get(file)) + "\n").join(""));
console.log(`recorded ${chosen.length}, ${kept.length} of ${all.length} programs have a record`);
