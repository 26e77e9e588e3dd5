import { join } from "node:path";
import type { Child, ChildSpec } from "./child";
import { keptSecret } from "./files";
import { untilHealthy } from "./health";
import type { Household } from "./household";
import { Problem } from "./problem";
import { childEnvironment, ownProgram, packageProgram } from "./programs";
import type { Settings } from "./settings";

export interface Serving {
  settings: Settings;
  /** The application's login; web and worker get no other address. */
  appUrl: string;
  dev: boolean;
}

const FIRST_ANSWER_MS = 120_000;

/** Starts worker and web, waits for the first good answer, and keeps both running from then on. */
export async function serve(serving: Serving, household: Household): Promise<void> {
  const worker = () => household.start(workerProgram(serving));
  household.keep("worker", await worker(), worker);
  const web = async () => quietUntilWell(await household.start(webProgram(serving)));
  const first = await web();
  const answer = untilHealthy(originOf(serving.settings), FIRST_ANSWER_MS);
  const died = first.child.ended.then((status) => {
    throw new Problem("start.webFailed", { status }, { detail: first.said() });
  });
  died.catch(() => undefined); // told below, or kept running again later
  if (!(await Promise.race([answer, died]))) {
    const seconds = FIRST_ANSWER_MS / 1000;
    throw new Problem("start.webSilent", { seconds }, { detail: first.said() });
  }
  first.speak();
  household.keep("web", first.child, async () => {
    const { child, speak } = await web();
    void untilHealthy(originOf(serving.settings), FIRST_ANSWER_MS).then(speak);
    return child;
  });
}

function originOf({ HOST, PORT }: Settings): string {
  return `http://${reachableHost(HOST)}:${PORT}`;
}

function workerProgram({ settings, appUrl, dev }: Serving): ChildSpec {
  const env = childEnvironment({
    NODE_ENV: dev ? "development" : "production",
    APP_DATABASE_URL: appUrl,
    NEXTAUTH_URL: publicUrl(settings),
  });
  return ownProgram("worker", { env, stdio: ["ignore", "inherit", "inherit"] });
}

function webProgram({ settings, appUrl, dev }: Serving): ChildSpec {
  const env = childEnvironment({
    NODE_ENV: dev ? "development" : "production",
    APP_DATABASE_URL: appUrl,
    NEXTAUTH_URL: publicUrl(settings),
    NEXTAUTH_SECRET:
      settings.NEXTAUTH_SECRET ?? keptSecret(join(settings.PORTAL_DATA_DIR, "auth-secret")),
  });
  const args = [dev ? "dev" : "start", "-p", `${settings.PORT}`, "-H", settings.HOST];
  return packageProgram("next/dist/bin/next", args, { env, stdio: ["ignore", "pipe", "pipe"] });
}

/** Address that people open: NEXTAUTH_URL behind a proxy, otherwise this machine. */
export function publicUrl({ NEXTAUTH_URL, PORT }: Settings): string {
  return NEXTAUTH_URL ?? `http://localhost:${PORT}`;
}

/** An address that means "every interface" is no address to call. */
function reachableHost(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

/** Holds back what the server says while it starts, unless it fails; lets the rest through. */
function quietUntilWell(child: Child) {
  let held: string[] | null = [];
  const { stdout, stderr } = child.process;
  stdout?.on("data", (chunk: Buffer) =>
    held ? held.push(`${chunk}`) : process.stdout.write(chunk),
  );
  stderr?.on("data", (chunk: Buffer) =>
    held ? held.push(`${chunk}`) : process.stderr.write(chunk),
  );
  const said = () => held?.join("") ?? "";
  const speak = () => {
    held = null;
  };
  return { child, said, speak };
}
