import { setTimeout as sleep } from "node:timers/promises";

/** Waits until the portal answers that it is well. False when it has not within `patienceMs`. */
export async function untilHealthy(origin: string, patienceMs: number): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    if (await isHealthy(origin)) return true;
    await sleep(100);
  }
  return false;
}

async function isHealthy(origin: string): Promise<boolean> {
  try {
    const response = await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(30_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
