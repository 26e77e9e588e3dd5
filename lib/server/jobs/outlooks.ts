import "server-only";
import { scopeOf } from "@/lib/domain/access/scope";
import { nationId, scopeRange } from "@/lib/domain/units/unit";
import { clockThere } from "@/lib/domain/units/work-calendar";
import { transaction } from "@/lib/server/core/db";
import { saveOutlooks, UNITS_TO_FORECAST } from "@/lib/server/progress/outlooks";
import type { UnitLine } from "@/lib/server/progress/unit";
import { unitActor } from "./unit-actor";

/** Units of one transaction: a worker that is stopped loses no more than these. */
const SLICE = 20;
/** Hour in Viet Nam from which on a day's forecasts are due: after the night's check. */
const NIGHT = 3;

const PATH = `${nationId("today")}.`;
const NATION = unitActor({
  unit_id: nationId("today"),
  unit_path: PATH,
  unit_level: "nation",
});

/** Forecasts every unit once a night, a few at a time; gives how many. */
export async function forecastUnits(now: Date = new Date()): Promise<number> {
  const { day, hour } = clockThere(now);
  if (hour < NIGHT) return 0;
  const since = `${day}T00:00:00+07:00`;
  const { from, to } = scopeRange(PATH);
  let done = 0;
  for (;;) {
    const slice = await transaction(scopeOf(NATION), async ({ sql }) => {
      const units = await sql<UnitLine>(UNITS_TO_FORECAST, [since, from, to, SLICE]);
      await saveOutlooks(sql, units);
      return units.length;
    });
    done += slice;
    if (slice < SLICE) return done;
  }
}
