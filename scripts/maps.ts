// Makes the outlines of the provinces that the map on a page is drawn with: npm run maps
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { makeMapFiles } from "./maps/map-files";

for (const [path, text] of Object.entries(makeMapFiles())) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  process.stdout.write(`${path} ${Buffer.byteLength(text)}\n`);
}
