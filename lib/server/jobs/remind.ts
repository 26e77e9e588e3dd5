import "server-only";
import { NO_SCOPE, scopeOf } from "@/lib/domain/access/scope";
import { mayRemind } from "@/lib/domain/directives/digest";
import { clockThere } from "@/lib/domain/units/work-calendar";
import { callFunction, transaction } from "@/lib/server/core/db";
import { findJobActor } from "@/lib/server/core/session";
import { makeDigest } from "@/lib/server/directives/digest";
import { readCalendar } from "@/lib/server/units/calendar";
import { readSetting } from "@/lib/server/units/settings";

const AT_ONCE = 200;
const WITHOUT = "select officer_id from officers_without_digest($1, $2)";

/**
 * Makes the digests of today that are not there yet, each as its officer: one a day and officer, on
 * working days outside the quiet hours. It may run in several workers at once and be killed at any
 * point. Gives how many it made.
 */
export async function remind(now: Date = new Date()): Promise<number> {
  const { day } = clockThere(now);
  const { quiet, calendar } = await transaction(NO_SCOPE, async ({ sql }) => ({
    quiet: await readSetting(sql, "quietHours"),
    calendar: await readCalendar(sql),
  }));
  if (!mayRemind(now, { quiet, calendar })) return 0;
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
