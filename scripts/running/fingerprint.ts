import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** What the built pages are made of. Tests and programs are not part of them. */
const BUILD_FOLDERS = ["app", "components", "lib", "public"];
const BUILD_FILES =
  /^(next|postcss|tailwind)\.config\.|^(proxy|instrumentation.*)\.ts$|^(tsconfig|package-lock)\.json$/;
const NO_SOURCE = /\.(test|spec)\.tsx?$|(^|\/)\./;

/** A digest of every source of the pages: another one means that the pages have to be built again. */
export function buildFingerprint(project: string): string {
  const rootFiles = readdirSync(project).filter((name) => BUILD_FILES.test(name));
  const folders = BUILD_FOLDERS.flatMap((folder) => filesBelow(project, folder));
  return fingerprint(project, [...rootFiles, ...folders, "prisma/schema.prisma"]);
}

/** A digest of the names and contents of some files, the same on every machine. */
export function fingerprint(project: string, files: string[]): string {
  const hash = createHash("sha256");
  for (const file of files.toSorted())
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(project, file)))
      .update("\0");
  return hash.digest("hex");
}

function filesBelow(project: string, folder: string): string[] {
  if (!existsSync(join(project, folder))) return [];
  return readdirSync(join(project, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((name) => !NO_SOURCE.test(name) && statSync(join(project, name)).isFile());
}
