import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { buildPages } from "@/scripts/running/build";
import { buildFingerprint } from "@/scripts/running/fingerprint";
import { Household } from "@/scripts/running/household";
import { PROJECT } from "@/scripts/running/settings";
import { say, secondsOf } from "../result";

const MARK = ".next/bench-fingerprint";
/** What tells `npm start` that the pages are built: it builds its own, without our routes. */
const PORTALS_MARK = ".next/fingerprint";

/** Builds the portal with the routes of the benches beside its own, unless that is there already. */
export async function buildForBench(): Promise<void> {
  const sources = buildFingerprint(PROJECT);
  const built = existsSync(MARK) && readFileSync(MARK, "utf8") === sources;
  if (built && !existsSync(PORTALS_MARK)) return;
  process.env.PORTAL_BENCH = "1";
  const seconds = await secondsOf(() => buildPages(new Household()));
  rmSync(PORTALS_MARK, { force: true });
  writeFileSync(MARK, sources);
  say(`built in ${seconds.toFixed(0)} s`);
}
