import type { SheetCell } from "@/lib/domain/imports/sheet";
import { DIFFERENCE_CLASSES } from "@/lib/domain/matching/vocabulary";
import type { ReportContent, ReportLine } from "@/lib/domain/progress/report/content";
import { OPEN_STATES } from "@/lib/domain/tasks/states";
import { classWord, day, say, stateWord } from "./words";

/** A table before it is laid out: figures are numbers still. */
export interface ReportTable {
  columns: readonly { key: string; title: string }[];
  rows: SheetCell[][];
}

const titled = (keys: readonly string[], group: "column" | "dayColumn" = "column") =>
  keys.map((key) => ({ key, title: say(`table.${group}.${key}`) }));

const FLOWS = ["opened", "reopened", "moved", "cleaned", "otherwise"] as const;

/** What remained, what came and went, what remains. */
export function flowTable({ before, after, flow }: ReportContent): ReportTable {
  const lines = [
    ["before", before] as const,
    ...FLOWS.map((one) => [one, flow[one]] as const),
    ["after", after] as const,
    ["clearedInPeriod", flow.cleared] as const,
  ];
  return {
    columns: titled(["what", "people", "doses"]),
    rows: lines.map(([key, { people, doses }]) => [say(`figure.${key}`), people, doses]),
  };
}

function shares(entries: readonly [string, number][], whole: number): SheetCell[][] {
  return entries.map(([name, people]) => [name, people, { share: whole > 0 ? people / whole : 0 }]);
}

/** Steps in which somebody waits, in their order. */
export function stepTable({ figures }: ReportContent): ReportTable {
  const { openByState, open } = figures;
  const some = OPEN_STATES.filter((state) => openByState[state]);
  return {
    columns: titled(["step", "people", "share"]),
    rows: shares(
      some.map((state) => [stateWord(state), openByState[state] ?? 0]),
      open,
    ),
  };
}

/** What is wrong with what remains, the most frequent first. */
export function classTable({ figures }: ReportContent): ReportTable {
  const { openByClass, open } = figures;
  const some = DIFFERENCE_CLASSES.filter((one) => openByClass[one]).toSorted(
    (a, b) => (openByClass[b] ?? 0) - (openByClass[a] ?? 0),
  );
  return {
    columns: titled(["class", "people", "share"]),
    rows: shares(
      some.map((one) => [classWord(one), openByClass[one] ?? 0]),
      open,
    ),
  };
}

const LINE = ["total", "wrong", "cleared", "open", "corrected"] as const;

const figuresOf = (line: ReportLine) => LINE.map((one) => line[one]);
const settled = ({ settledShare: share }: ReportLine) => (share === null ? null : { share });

/** The units below, in the order of their names; what lies at the unit itself comes last. */
export function unitTable({ units, own }: ReportContent): ReportTable {
  return {
    columns: titled(["unit", ...LINE, "opened", "closed", "settledShare"]),
    rows: [
      ...units.map((unit) => [
        ...[unit.name, ...figuresOf(unit)],
        ...[unit.opened, unit.closed, settled(unit)],
      ]),
      ...(own ? [[say("table.own"), ...figuresOf(own), null, null, settled(own)]] : []),
    ],
  };
}

export function sourceTable({ sources }: ReportContent): ReportTable {
  return {
    columns: titled(["system", ...LINE, "settledShare"]),
    rows: sources.map((one) => [one.system, ...figuresOf(one), settled(one)]),
  };
}

export function dayTable({ days }: ReportContent): ReportTable {
  const flows = [...FLOWS, "cleared"] as const;
  return {
    columns: [...titled(["day"]), ...titled(flows, "dayColumn")],
    rows: days.map((one) => [day(one.day), ...flows.map((flow) => one[flow].people)]),
  };
}
