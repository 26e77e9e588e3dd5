import { z } from "zod";
import { ROLES } from "@/lib/domain/access/roles";
import { CONTACT_OUTCOMES } from "@/lib/domain/tasks/contact";
import { RESOLUTIONS } from "@/lib/domain/tasks/states";

const Count = z.number();
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const Level = z.enum(["nation", "province", "district", "commune"]);
const ByWord = z.record(z.string(), Count);

const Doses = z.object({
  total: Count,
  open: Count,
  cleared: Count,
  corrected: Count,
  wrong: Count,
  /** of records closed as duplicates; reports of before they were told apart have none */
  duplicates: Count.optional(),
});

/** People; doses beside those that are counted in doses too. The words are those of `Figures`. */
const ReportFigures = z.object({
  total: Count,
  matched: Count,
  cleared: Count,
  notApplicable: Count,
  notCompared: Count,
  wrong: Count,
  untasked: Count,
  duplicates: Count,
  open: Count,
  closed: z.partialRecord(z.enum(RESOLUTIONS), Count),
  openByState: ByWord,
  openByClass: ByWord,
  clearedByClass: ByWord,
  doses: Doses,
  settledShare: Count.nullable(),
});

const PeopleAndDoses = z.object({ people: Count, doses: Count });

/** What happened: as `DayFlow`, without minutes. */
const Flow = z.object({
  opened: PeopleAndDoses,
  reopened: PeopleAndDoses,
  moved: PeopleAndDoses,
  cleaned: PeopleAndDoses,
  otherwise: PeopleAndDoses,
  cleared: PeopleAndDoses,
});

/** A line of a table: a unit below, or a system that records came from. */
const LineFigures = z.object({
  total: Count,
  wrong: Count,
  cleared: Count,
  open: Count,
  corrected: Count,
  settledShare: Count.nullable(),
});

/** `set` by the unit itself, by one above it, or for the whole country. */
const Target = z.object({
  set: z.enum(["own", "above", "nation"]),
  unitName: z.string(),
  deadline: Day,
  percent: Count,
});

const Basis = { weeks: Count, perDay: Count, addedPerDay: Count };
const End = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("done") }),
  z.object({
    kind: z.literal("interval"),
    from: Day,
    likely: Day.nullable(),
    to: Day.nullable(),
    share: Count,
    method: z.string(),
    ...Basis,
  }),
  z.object({
    kind: z.literal("plain"),
    reason: z.literal("fewWeeks"),
    weeks: Count,
    from: Day.nullable(),
    to: Day.nullable(),
  }),
  z.object({ kind: z.literal("never"), reason: z.enum(["inflow", "tooSlow"]), ...Basis }),
]);

const Lever = z.object({
  kind: z.enum(["people", "rule", "transfer", "office"]),
  ref: z.string(),
  tasks: Count,
  saved: Count.nullable(),
  end: Day,
});

/**
 * A report as it was written: every figure of one instant, nothing of it counted anew. Another shape is
 * another version, and the older ones stay readable: what was published is never rewritten.
 */
export const ReportContent = z.object({
  version: z.literal(1),
  unit: z.object({ id: z.string(), name: z.string(), level: Level }),
  /** who wrote it; `signs` where they lead the unit itself */
  author: z.object({ name: z.string(), role: z.enum(ROLES), signs: z.boolean() }),
  period: z.object({ from: Day, to: Day }),
  /** the day on which it was written, and the instant of every figure */
  writtenOn: Day,
  cutOff: z.iso.datetime(),
  figures: ReportFigures,
  /** open tasks by lateness; one more than a thousand is "more than a thousand" */
  lateness: z.object({ overdue: Count, stuck: Count, starving: Count, stuckDays: Count }),
  /** open before the first day and after the last one of the period */
  before: PeopleAndDoses,
  after: PeopleAndDoses,
  flow: Flow,
  days: z.array(z.object({ day: Day, ...Flow.shape })),
  quality: z.object({
    /** counted over so many days until the cut-off */
    days: Count,
    reports: z.object({ open: Count, upheld: Count, rejected: Count }),
    contacts: z.partialRecord(z.enum(CONTACT_OUTCOMES), Count),
    sample: z.object({ passed: Count, checked: Count, wrong: Count }),
    errorRate: z.object({ found: Count, low: Count, high: Count }).nullable(),
  }),
  target: Target.nullable(),
  /** people of a full working day: asked for by the target, and as it goes now */
  neededPerDay: Count.nullable(),
  peoplePerDay: Count.nullable(),
  end: End,
  levers: z.array(Lever),
  /** what lies at the unit itself although it has units below */
  own: LineFigures.nullable(),
  units: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      ...LineFigures.shape,
      opened: Count,
      closed: Count,
    }),
  ),
  sources: z.array(z.object({ system: z.string(), ...LineFigures.shape })),
});
export type ReportContent = z.output<typeof ReportContent>;
export type ReportFlow = z.output<typeof Flow>;
export type ReportLine = z.output<typeof LineFigures>;
