// Writes the service worker of a build: its own files by name, and a version that changes with any of them. Trunk runs it when all
// other files are there.
const { createHash } = require("node:crypto");
const { readdirSync, readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

const NAME = "service-worker.js";

const folder = process.env.TRUNK_STAGING_DIR;
const files = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== NAME && !entry.name.startsWith("."))
  .map((entry) => entry.name)
  .sort();
const hash = createHash("sha256");
for (const file of files) hash.update(file).update(readFileSync(join(folder, file)));
const version = hash.digest("hex").slice(0, 16);
// The page itself is asked for by its folder.
const kept = files.map((file) => (file === "index.html" ? "./" : `./${file}`));

const template = readFileSync(join(__dirname, "worker.js"), "utf8");
const worker = template.replace("{VERSION}", version).replace('"{FILES}"', () => JSON.stringify(kept));
writeFileSync(join(folder, NAME), worker);
