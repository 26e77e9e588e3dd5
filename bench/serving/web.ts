import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type ChildSpec, startChild } from "@/scripts/running/child";
import { findFreePort } from "@/scripts/running/port";
import { childEnvironment, packageProgram } from "@/scripts/running/programs";
import { buildForBench } from "./build";

export interface Web {
  origin: string;
  stop: () => Promise<void>;
}

/** Starts a program that serves at an address, and waits until it answers there. */
export async function serving(spec: ChildSpec, origin: string, path = "/"): Promise<Web> {
  const child = await startChild(spec);
  let ended = false;
  void child.ended.then(() => {
    ended = true;
  });
  for (;;) {
    const answer = await fetch(`${origin}${path}`, { redirect: "manual" }).catch(() => null);
    if (answer && answer.status < 500) return { origin, stop: () => child.stop() };
    if (ended) throw new Error("the server ended before it answered");
    await sleep(100);
  }
}

/** The built web server alone over a database, without a worker whose work would be measured too. */
export async function startWeb(appUrl: string): Promise<Web> {
  await buildForBench();
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = childEnvironment({
    NODE_ENV: "production",
    PORTAL_BENCH: "1",
    APP_DATABASE_URL: appUrl,
    NEXTAUTH_URL: origin,
    NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
  });
  const args = ["start", "-p", `${port}`, "-H", "127.0.0.1"];
  const stdio: ChildSpec["stdio"] = ["ignore", "ignore", "inherit"];
  const spec = packageProgram("next/dist/bin/next", args, { env, stdio });
  return serving(spec, origin, "/api/health");
}
