import "server-only";
import { PassThrough, Readable } from "node:stream";
import { z } from "zod";
import type { Amount, Figures } from "@/lib/domain/progress/figure";
import { growth } from "@/lib/domain/progress/flow";
import { OPEN_STATES, RESOLUTIONS } from "@/lib/domain/tasks/states";
import { writeTable } from "@/lib/server/imports/writing/write-table";
import type { ProgressPage } from "./queries";

const people = z.int().nonnegative();
const byKey = z.record(z.string(), people);

const plain = {
  total: people,
  matched: people,
  cleared: people,
  notApplicable: people,
  notCompared: people,
  wrong: people,
  untasked: people,
  duplicates: people,
  open: people,
  corrected: people,
  falseMismatch: people,
  insufficient: people,
  closed: z.record(z.enum(RESOLUTIONS), people),
  openByState: byKey,
  doses: z.object({
    total: people,
    open: people,
    cleared: people,
    corrected: people,
    wrong: people,
    duplicates: people,
  }),
  openMinutes: people,
};

/** The figures of a place as programs get them, in people where nothing else is said; see `Figures`. */
const PlainFigures = z.object(plain);
const FiguresAnswer = z.object({ ...plain, openByClass: byKey, clearedByClass: byKey });

const Place = z.object({ id: z.string(), name: z.string(), level: z.string() });

/** People on one day; what goes less what comes makes the open tasks grow. */
const DayAnswer = z.object({
  day: z.iso.date(),
  opened: people,
  reopened: people,
  moved: z.int(),
  cleaned: people,
  otherwise: people,
  cleared: z.int(),
  growth: z.int(),
});

export const ProgressAnswer = z.object({
  unit: Place,
  /** cut-off of every figure here */
  at: z.date(),
  figures: FiguresAnswer,
  /** what lies at the unit itself although it has units below */
  own: PlainFigures.nullable(),
  children: z.array(Place.extend({ figures: PlainFigures })),
  /** by the system that records came from */
  sources: z.array(z.object({ system: z.string(), figures: PlainFigures })),
  /** what happened on each of the last days, today last */
  days: z.array(DayAnswer),
});
export type ProgressAnswer = z.output<typeof ProgressAnswer>;

const placeOf = ({ id, name, level }: z.output<typeof Place>) => ({ id, name, level });

/** Classes are told apart for the unit asked for only. */
function withoutClasses({ openByClass, clearedByClass, ...figures }: Figures) {
  return figures;
}

const peopleIn = ({ people: n }: Amount) => n;

export function progressAnswer(page: ProgressPage): ProgressAnswer {
  return {
    unit: placeOf(page.unit),
    at: page.at,
    figures: page.figures,
    own: page.own && withoutClasses(page.own),
    children: page.children.map((child) => ({
      ...placeOf(child),
      figures: withoutClasses(child.figures),
    })),
    sources: page.sources.map(({ system, figures }) => ({
      system,
      figures: withoutClasses(figures),
    })),
    days: page.days.map((flow) => ({
      day: flow.day,
      opened: peopleIn(flow.opened),
      reopened: peopleIn(flow.reopened),
      moved: peopleIn(flow.moved),
      cleaned: peopleIn(flow.cleaned),
      otherwise: peopleIn(flow.otherwise),
      cleared: peopleIn(flow.cleared),
      growth: growth(flow),
    })),
  };
}

const COUNTED = [
  "total",
  "matched",
  "cleared",
  "notApplicable",
  "notCompared",
  "wrong",
  "untasked",
  "duplicates",
  "open",
  "corrected",
  "falseMismatch",
  "insufficient",
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
  "doses.total",
  "doses.open",
  "openMinutes",
];

type Line = "sum" | "own" | "below";

async function* rowsOf(page: ProgressPage): AsyncGenerator<string[]> {
  const cells = (place: z.output<typeof Place>, line: Line, figures: Figures) => {
    const states = OPEN_STATES.map((state) => figures.openByState[state] ?? 0);
    const { doses, openMinutes } = figures;
    const rest = [...states, doses.total, doses.open, openMinutes];
    const numbers = [...COUNTED.map((name) => figures[name]), ...rest];
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
