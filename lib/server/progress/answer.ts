import "server-only";
import { PassThrough, Readable } from "node:stream";
import { z } from "zod";
import type { Figures } from "@/lib/domain/progress/figure";
import { OPEN_STATES } from "@/lib/domain/tasks/states";
import { writeTable } from "@/lib/server/imports/writing/write-table";
import type { ProgressPage } from "./queries";

const people = z.int().nonnegative();
const byKey = z.record(z.string(), people);

/** The figures of a place as programs get them, all in people; each means what `Figures` says. */
const FiguresAnswer = z.object({
  total: people,
  matched: people,
  cleared: people,
  notApplicable: people,
  notCompared: people,
  open: people,
  corrected: people,
  falseMismatch: people,
  openByState: byKey,
  openByClass: byKey,
  clearedByClass: byKey,
});

const Place = z.object({ id: z.string(), name: z.string(), level: z.string() });

export const ProgressAnswer = z.object({
  unit: Place,
  /** cut-off of every figure here */
  at: z.date(),
  figures: FiguresAnswer,
  /** what lies at the unit itself although it has units below */
  own: FiguresAnswer.nullable(),
  children: z.array(Place.extend({ figures: FiguresAnswer })),
});
export type ProgressAnswer = z.output<typeof ProgressAnswer>;

const placeOf = ({ id, name, level }: z.output<typeof Place>) => ({ id, name, level });

export function progressAnswer({ unit, at, figures, own, children }: ProgressPage): ProgressAnswer {
  return {
    unit: placeOf(unit),
    at,
    figures,
    own,
    children: children.map((child) => ({ ...placeOf(child), figures: child.figures })),
  };
}

const COUNTED = [
  "total",
  "matched",
  "cleared",
  "notApplicable",
  "notCompared",
  "open",
  "corrected",
  "falseMismatch",
] as const satisfies (keyof Figures)[];

/** Titles of the table, in the words of the JSON. */
export const PROGRESS_COLUMNS = [
  "unit",
  "name",
  "level",
  "line",
  "at",
  ...COUNTED,
  ...OPEN_STATES.map((state) => `open.${state}`),
];

type Line = "sum" | "own" | "below";

async function* rowsOf(page: ProgressPage): AsyncGenerator<string[]> {
  const cells = (place: z.output<typeof Place>, line: Line, figures: Figures) => {
    const states = OPEN_STATES.map((state) => figures.openByState[state] ?? 0);
    const numbers = [...COUNTED.map((name) => figures[name]), ...states];
    return [place.id, place.name, place.level, line, page.at.toISOString(), ...numbers.map(String)];
  };
  const { unit, figures, own, children } = page;
  yield cells(unit, "sum", figures);
  if (own) yield cells(unit, "own", own);
  for (const child of children) yield cells(child, "below", child.figures);
}

/** The same figures as a table: the unit's sum, what lies at the unit itself, each unit below. */
export function progressTable(page: ProgressPage): ReadableStream {
  const through = new PassThrough();
  const content = { header: PROGRESS_COLUMNS, rows: rowsOf(page) };
  writeTable("csv", through, content).catch((error) => through.destroy(error));
  return Readable.toWeb(through) as ReadableStream;
}
