import { execFileSync } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";

/** Folder of the package; its list of exports hides the file that tells its version. */
const PACKAGE = join(
  dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")),
  "../..",
);

/**
 * The browser comes compressed inside an npm package: nothing is downloaded, no system package is
 * needed. It is unpacked once for each user and version. Call this before any test runs; it returns
 * the variables that the browser wants.
 */
export async function unpackBrowser(): Promise<Record<string, string>> {
  const folder = browserFolder();
  if (!existsSync(folder)) await unpackTo(folder);
  return { E2E_BROWSER: join(folder, "chromium"), ...libraries(folder), ...fonts(folder) };
}

/** One that somebody else made under this name is not run. */
function browserFolder(): string {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")) as {
    version: string;
  };
  const folder = join(tmpdir(), `portal-chromium-${version}-${userInfo().username}`);
  const isOurs = !existsSync(folder) || lstatSync(folder).uid === (process.getuid?.() ?? 0);
  return isOurs ? folder : join(mkdtempSync(`${folder}-`), "browser");
}

/** Under another name first: an interrupted unpacking must not look like a browser. */
async function unpackTo(folder: string): Promise<void> {
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  const before = { TMPDIR: process.env.TMPDIR, AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV };
  // The package unpacks to the folder for temporary files, and its libraries only on a certain cloud.
  Object.assign(process.env, { TMPDIR: draft, AWS_EXECUTION_ENV: "nodejs20.x" });
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    await chromium.executablePath();
  } finally {
    restore(before);
  }
  if (existsSync(folder)) rmSync(draft, { recursive: true });
  else renameSync(draft, folder);
}

function restore(before: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

/** The package's own copies of a few libraries, where the machine has none. */
function libraries(folder: string): Record<string, string> {
  if (process.platform !== "linux") return {};
  const needed = execFileSync("ldd", [join(folder, "chromium")], { encoding: "utf8" });
  return needed.includes("not found") ? { LD_LIBRARY_PATH: join(folder, "al2023/lib") } : {};
}

/** A machine without a list of fonts gets one with those of the package. */
function fonts(folder: string): Record<string, string> {
  if (existsSync("/etc/fonts/fonts.conf")) return {};
  const list = join(folder, "fonts/fonts.conf");
  writeFileSync(list, `<fontconfig><dir>${dirname(list)}</dir></fontconfig>`);
  return { FONTCONFIG_FILE: list };
}
