// node compare.mjs FILE.py ...: runs each program, or each of a table, under CPython and under Loopscope and prints where they differ.
//
// LOOPSCOPE names the binary; without it the debug build of this checkout is taken.
import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cases } from "./cases.mjs";
import { runAll } from "./oracle.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const binary = process.env.LOOPSCOPE ?? join(root, "target", "debug", "loopscope");
const MILLISECOND = 0.001 + 1e-9;

function runLoopscope(file) {
  const options = ["run", file, "--format", "json", "--instruction-cost", "0"];
  try {
    return masked(execFileSync(binary, options, { encoding: "utf8", timeout: 10_000, stdio: ["ignore", "pipe", "pipe"] }));
  } catch (error) {
    // A program that fails makes the exit status fail too; what counts is whether a report was printed.
    if (error.stdout?.startsWith("{")) return masked(error.stdout);
    return { failed: String(error.stderr || error.message).trim().split("\n").pop() };
  }
}

/** A report without memory addresses, as records are. */
const masked = (report) => JSON.parse(report.replaceAll(/\bat 0x[0-9a-f]+/g, "at 0x..."));

/** Where two lists of [time, line] first differ, as lines of text. */
function firstDifference(stream, expected, actual) {
  for (let i = 0; i < Math.max(expected.length, actual.length); i++) {
    const [wanted, got] = [expected[i], actual[i]];
    if (wanted && got && wanted[1] === got[1] && Math.abs(wanted[0] - got[0]) <= MILLISECOND) continue;
    const show = (line) => (line ? `${line[0].toFixed(6)} ${JSON.stringify(line[1])}` : "(nothing)");
    return [`${stream} line ${i + 1}`, `  CPython    ${show(wanted)}`, `  Loopscope  ${show(got)}`];
  }
  return [];
}

function differences(expected, actual) {
  if (actual.failed) return [`no report: ${actual.failed}`];
  const found = [...firstDifference("out", expected.out, actual.out), ...firstDifference("err", expected.err, actual.err)];
  if (expected.error !== actual.error) found.push("error", `  CPython    ${expected.error}`, `  Loopscope  ${actual.error}`);
  const line = (expected.traceback ?? []).findIndex((text, index) => text !== actual.traceback?.[index]);
  if (line >= 0) found.push("traceback", ...expected.traceback.map((text) => `  CPython    ${text}`), ...(actual.traceback ?? []).map((text) => `  Loopscope  ${text}`));
  if (Math.abs(expected.end - actual.end) > MILLISECOND) found.push(`end: CPython ${expected.end}, Loopscope ${actual.end}`);
  return found;
}

const programs = process.argv.slice(2).flatMap((topic) => cases(topic).map(({ name, file }) => ({ name: topic + name, file })));
const records = await runAll(programs.map(({ file }) => file));
let differing = 0;
programs.forEach(({ name, file }, index) => {
  const found = differences(records[index], runLoopscope(file));
  if (found.length > 0) differing += 1;
  console.log([`${found.length > 0 ? "differs" : "same   "} ${name}`, ...found].join("\n    "));
});
console.log(`${programs.length - differing} of ${programs.length} the same`);
process.exitCode = differing > 0 ? 1 : 0;
