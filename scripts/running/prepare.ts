import { QUEUES } from "@/lib/server/core/queue";
import { applicationUrl, type Preparation, prepareTables, takingTurns } from "../database/prepare";
import { markSeedingBegun, markSeedingDone, seedState } from "../database/seeding";
import type { Household } from "./household";
import type { KeptDatabase } from "./kept-database";
import { Problem } from "./problem";
import { childEnvironment, ownProgram } from "./programs";
import { say, step, text } from "./say";
import type { Settings } from "./settings";

/** Brings the database to where the portal can be served from it; returns the application's address. */
export async function prepareDatabase(
  database: KeptDatabase,
  settings: Settings,
  household: Household,
): Promise<string> {
  const preparation: Preparation = {
    ownerUrl: database.ownerUrl,
    queues: QUEUES,
    login: settings.APP_DATABASE_URL
      ? { url: settings.APP_DATABASE_URL }
      : { name: database.loginName },
  };
  const prepared = await prepareOnce(preparation, settings, household);
  if (prepared !== "interrupted") return prepared;
  if (!database.empty) throw new Problem("database.seedInterrupted");
  await step("empty", database.empty);
  return (await prepareOnce(preparation, settings, household)) as string;
}

function prepareOnce(preparation: Preparation, settings: Settings, household: Household) {
  return takingTurns(preparation.ownerUrl, async (owner) => {
    const { edited } = await step("migrate", () => prepareTables(owner, preparation));
    if (edited.length > 0) say(text("progress.editedMigrations", { names: edited.join(", ") }));
    const appUrl = await applicationUrl(owner, preparation);
    const state = await seedState(owner);
    if (state === "needed" && settings.SEED !== "none") {
      await markSeedingBegun(owner);
      await step("seed", () =>
        runSeed({ ownerUrl: preparation.ownerUrl, appUrl, what: settings.SEED }, household),
      );
      await markSeedingDone(owner);
    }
    return state === "interrupted" ? state : appUrl;
  });
}

interface Seeding {
  ownerUrl: string;
  appUrl: string;
  what: string;
}

async function runSeed({ ownerUrl, appUrl, what }: Seeding, household: Household): Promise<void> {
  const env = childEnvironment({
    DATABASE_URL: ownerUrl,
    APP_DATABASE_URL: appUrl,
    SEED: what,
    NODE_ENV: "production",
  });
  const child = await household.start(
    ownProgram("seed", { env, stdio: ["ignore", "inherit", "pipe"] }),
  );
  let errors = "";
  child.process.stderr?.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const status = await child.ended;
  if (status !== "0")
    throw new Problem("start.toolFailed", { name: "seed", status }, { detail: errors });
}
