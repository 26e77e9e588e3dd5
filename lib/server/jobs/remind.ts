import "server-only";
import { NO_SCOPE, scopeOf } from "@/lib/domain/access/scope";
import { mayRemind } from "@/lib/domain/directives/digest";
import { clockThere, type WorkCalendar } from "@/lib/domain/units/work-calendar";
import { callFunction, transaction } from "@/lib/server/core/db";
import { type MailSettings, mailSettings } from "@/lib/server/core/mail";
import { findJobActor } from "@/lib/server/core/session";
import { makeDigest } from "@/lib/server/directives/digest";
import { readCalendar } from "@/lib/server/units/calendar";
import { readSetting } from "@/lib/server/units/settings";
import { mailDigests } from "./mail-digests";

const AT_ONCE = 200;
const WITHOUT = "select officer_id from officers_without_digest($1, $2)";

async function makeDigests(day: string, calendar: WorkCalendar): Promise<number> {
  let made = 0;
  for (;;) {
    const officers = await callFunction<{ officer_id: string }>(WITHOUT, [day, AT_ONCE]);
    for (const { officer_id: officerId } of officers) {
      const actor = await findJobActor(officerId);
      if (!actor) continue;
      const done = await transaction(scopeOf(actor), ({ sql }) =>
        makeDigest(sql, actor, { day, calendar }),
      );
      if (done) made += 1;
    }
    if (officers.length < AT_ONCE) return made;
  }
}

/**
 * Makes the digests of today that are not there yet, each as its officer, and mails those that are to be
 * mailed: one a day and officer, on working days outside the quiet hours. It may run in several workers
 * at once and be killed at any point. Gives how many it made.
 */
export async function remind(
  now: Date = new Date(),
  settings: MailSettings | null = mailSettings(),
): Promise<number> {
  const { day } = clockThere(now);
  const { quiet, calendar } = await transaction(NO_SCOPE, async ({ sql }) => ({
    quiet: await readSetting(sql, "quietHours"),
    calendar: await readCalendar(sql),
  }));
  if (!mayRemind(now, { quiet, calendar })) return 0;
  const made = await makeDigests(day, calendar);
  const begun = Date.now();
  const clock = () => new Date(now.getTime() + Date.now() - begun);
  if (settings) await mailDigests({ day, clock, settings });
  return made;
}
