// Topics of conformance programs: a file is one program, or a table of them; a line `#: name` begins a program of its own. What stands before
// the first such line is a heading.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

/** The programs of a topic: their names, and each as a file of its own that is called as the topic. */
export function cases(topic) {
  const text = readFileSync(topic, "utf8");
  if (!/^#: /m.test(text)) return [{ name: "", file: topic }];
  const folder = mkdtempSync(join(tmpdir(), "loopscope-"));
  return `\n${text}`.split("\n#: ").slice(1).map((part, index) => {
    const end = part.indexOf("\n");
    const [name, program] = end < 0 ? [part, ""] : [part.slice(0, end), part.slice(end + 1)];
    mkdirSync(join(folder, String(index)));
    const file = join(folder, String(index), basename(topic));
    writeFileSync(file, program + "\n");
    return { name: `#${name}`, file };
  });
}
