import { PAST_TO, TODAY_FROM } from "@/lib/domain/units/unit";
import { formatDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import type { UnitLine } from "@/lib/server/units/look-up";

/** A unit as the table shows it. */
export interface UnitRow {
  id: string;
  code: string;
  name: string;
  level: string;
  era: string;
  path: string;
  /** Where it belongs today: a sentence, and how sure it is. */
  today: string;
  settled: boolean;
}

/** Units in the reader's words. */
export async function unitRows(units: UnitLine[]): Promise<UnitRow[]> {
  const levels = await getTranslator("units.level");
  const eras = await getTranslator("units.era");
  return Promise.all(
    units.map(async (unit) => ({
      id: unit.id,
      code: unit.code,
      name: unit.name,
      level: levels(unit.level),
      era: eras(unit.era),
      path: pathOf(unit),
      today: await todayOf(unit),
      settled: unit.today.kind === "one" || isDistrict(unit),
    })),
  );
}

/** The names above a unit; the nation only where nothing else is. */
export function pathOf({ trail }: UnitLine): string {
  const names = trail.map(({ name }) => name);
  return (names.length > 1 ? names.slice(1) : names).join(" › ") || "–";
}

/** A district is gone for good; only five islands have one unit in its place. */
export function isDistrict({ level, today }: UnitLine): boolean {
  return level === "district" && today.kind === "unresolved";
}

/** Where a unit belongs today, as short as a cell needs it. */
export async function todayOf(unit: UnitLine): Promise<string> {
  const t = await getTranslator("units.page");
  const { today } = unit;
  if (unit.era === "today" || isDistrict(unit)) return "–";
  if (today.kind === "one") return today.unit.name;
  if (today.kind === "unresolved") return t("todayUnresolved");
  return today.units.map(({ name }) => name).join("; ");
}

/** From when until when a unit is in force, as far as its table says. */
export async function validityOf({ era }: UnitLine): Promise<string> {
  const t = await getTranslator("units.page");
  return era === "past"
    ? t("until", { date: formatDate(PAST_TO) })
    : t("since", { date: formatDate(TODAY_FROM) });
}
