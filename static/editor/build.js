// Bundles the editor into target/editor/editor.js, from where Trunk takes it. Trunk runs this before each build; nothing is done if the
// bundle is newer than its sources. The packages are those of package-lock.json.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const bundle = join(here, "..", "..", "target", "editor", "editor.js");
const lock = join(here, "package-lock.json");
const changed = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

const sources = readdirSync(join(here, "src")).map((name) => join(here, "src", name));
const newest = Math.max(...[...sources, lock, fileURLToPath(import.meta.url)].map(changed));
if (changed(bundle) < newest) {
  // npm leaves this file behind: what it installed last.
  if (changed(join(here, "node_modules", ".package-lock.json")) < changed(lock)) {
    execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: here, stdio: "inherit", shell: process.platform === "win32" });
  }
  const { build } = await import("esbuild");
  await build({
    entryPoints: [join(here, "src", "editor.js")],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    outfile: bundle,
  });
}
