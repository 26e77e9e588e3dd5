// Prepares the database at DATABASE_URL without serving: for installations of several machines.
import { QUEUES } from "@/lib/server/core/queue";
import { applicationUrl, prepareTables, takingTurns } from "./database/prepare";
import { explain, Problem } from "./running/problem";
import { say, step, text } from "./running/say";
import { readSettings } from "./running/settings";

try {
  const { DATABASE_URL: ownerUrl, APP_DATABASE_URL } = readSettings();
  if (!ownerUrl || !APP_DATABASE_URL) throw new Problem("database.bothAddresses");
  const preparation = { ownerUrl, queues: QUEUES, login: { url: APP_DATABASE_URL } };
  await takingTurns(ownerUrl, async (owner) => {
    const { applied } = await step("migrate", () => prepareTables(owner, preparation));
    await applicationUrl(owner, preparation);
    say(text("progress.migrations", { names: applied.join(", "), count: applied.length }));
  });
  process.exit(0);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
