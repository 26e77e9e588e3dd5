import { announce } from "./announce";
import { buildPages, isBuildCurrent } from "./build";
import { endWhenAsked, fail } from "./ending";
import { Household } from "./household";
import { keptDatabase } from "./kept-database";
import { type Lock, takeLock } from "./lock";
import { checkPort } from "./port";
import { prepareDatabase } from "./prepare";
import { say, step, text } from "./say";
import { serve } from "./serve";
import { readSettings, type Settings } from "./settings";

/** Everything from an empty folder to an address that answers, and from then on until it is stopped. */
export async function startPortal({ dev }: { dev: boolean }): Promise<void> {
  let lock: Lock | undefined;
  const household = new Household({
    add: (pid) => lock?.add(pid),
    remove: (pid) => lock?.remove(pid),
  });
  const end = async () => {
    lock?.stopping();
    await household.stop();
    lock?.release();
  };
  endWhenAsked(household, end);
  try {
    const settings = readSettings();
    lock = await takeLock(settings.PORTAL_DATA_DIR, settings.PORT);
    await checkPort(settings.PORT, settings.HOST);
    say(text("progress.title"));
    await Promise.race([run(settings, household, dev), household.failed]);
    await household.failed;
  } catch (error) {
    await fail(error, household, end);
  }
}

async function run(settings: Settings, household: Household, dev: boolean): Promise<void> {
  const database = await keptDatabase(settings, household);
  const pages =
    dev || isBuildCurrent() ? Promise.resolve() : step("build", () => buildPages(household));
  pages.catch(() => undefined); // thrown where it is awaited
  const appUrl = await prepareDatabase(database, settings, household);
  await pages;
  await step("serve", () => serve({ settings, appUrl, dev }, household));
  await announce(settings, database.ownerUrl);
}
