import type { Household } from "./household";
import { explain } from "./problem";
import { parentOf } from "./process-identity";
import { say, text } from "./say";

const SIGNALS: NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Stops everything in order when asked to, or when the npm that started us has died. */
export function endWhenAsked(household: Household, end: () => Promise<void>): void {
  const stop = async () => {
    if (household.isStopping) return;
    say(text("progress.stopping"));
    await end();
    say(text("progress.stopped"));
    process.exit(0);
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  // A terminal that has gone away takes no more lines; stopping in order matters more.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  if (process.env.npm_lifecycle_event) onParentDeath(stop);
}

/** Says why in one sentence, stops what was started, and ends with a failure. */
export async function fail(
  error: unknown,
  household: Household,
  end: () => Promise<void>,
): Promise<void> {
  if (household.isStopping) return; // what fails while stopping is no news
  process.stderr.write(`${explain(error)}\n`);
  if (process.env.LOG_LEVEL === "debug") console.error(error);
  await end();
  process.exit(1);
}

const LOOK_EVERY_MS = 250;

/** npm runs us through a shell, which outlives an npm that was killed outright: both are watched. */
function onParentDeath(stop: () => Promise<void>): void {
  const parents = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const before = parents();
  const timer = setInterval(() => {
    if (parents() === before) return;
    clearInterval(timer);
    void stop();
  }, LOOK_EVERY_MS);
  timer.unref();
}
