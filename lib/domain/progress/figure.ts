import { RESOLUTIONS, type Resolution } from "@/lib/domain/tasks/states";

/** How much of something: people, their doses, and minutes of work that is expected of tasks. */
export interface Amount {
  people: number;
  doses: number;
  minutes: number;
}

/** One cell of the counters: an amount of one kind, state, outcome (or resolution) and class. */
export interface Cell extends Amount {
  kind: "record" | "task";
  /** of a task; of a record "duplicate" where it is closed as one, "worked" once it has had a task, else "" */
  state: string;
  outcome: string;
  /** where cells are summed up without classes, "same" of a record that is the same, else "" */
  mainClass: string;
}

/**
 * The figures of the progress page, in people where nothing else is said. Each has one definition, and
 * the list behind it is narrowed by the same words. A record counts once: by its last task, if it has one.
 */
export interface Figures {
  /** all records but those closed as a duplicate of another one */
  total: number;
  /** agreed as they were, and never needed a task */
  matched: number;
  /** agreed after harmless differences were seen through or repaired, and never needed a task */
  cleared: number;
  /** foreigners, who are not compared */
  notApplicable: number;
  notCompared: number;
  /** did not agree letter by letter: all that were compared but the matched */
  wrong: number;
  /** need a task and have none yet */
  untasked: number;
  /** closed as a duplicate of another record: no people */
  duplicates: number;
  /** tasks not closed: what remains */
  open: number;
  /** tasks closed as corrected */
  corrected: number;
  /** tasks closed because the record had been right all along */
  falseMismatch: number;
  /** tasks closed because too little is known to verify them */
  insufficient: number;
  /** closed tasks by how they were closed, those above among them */
  closed: Record<Resolution, number>;
  openByState: Record<string, number>;
  openByClass: Record<string, number>;
  clearedByClass: Record<string, number>;
  /** each dose that was received counts once: with its record, or with the closed duplicate that it was told in */
  doses: Record<"total" | "open" | "cleared" | "corrected" | "wrong" | "duplicates", number>;
  /** minutes of work that are expected of the open tasks */
  openMinutes: number;
}

/** The figures that count records; each is a list of records too. */
export const RECORD_FIGURES = [
  "total",
  "matched",
  "cleared",
  "notApplicable",
  "notCompared",
  "untasked",
  "wrong",
  "duplicates",
] as const;
export type RecordFigure = (typeof RECORD_FIGURES)[number];

/** Those of them that tell apart records that people have not worked on: each counts in one. */
export type OutcomeFigure = "matched" | "cleared" | "notApplicable" | "notCompared" | "untasked";

function add(into: Record<string, number>, key: string, people: number): void {
  into[key] = (into[key] ?? 0) + people;
}

function empty(): Figures {
  return {
    total: 0,
    matched: 0,
    cleared: 0,
    notApplicable: 0,
    notCompared: 0,
    wrong: 0,
    untasked: 0,
    duplicates: 0,
    open: 0,
    corrected: 0,
    falseMismatch: 0,
    insufficient: 0,
    closed: Object.fromEntries(RESOLUTIONS.map((one) => [one, 0])) as Record<Resolution, number>,
    openByState: {},
    openByClass: {},
    clearedByClass: {},
    doses: { total: 0, open: 0, cleared: 0, corrected: 0, wrong: 0, duplicates: 0 },
    openMinutes: 0,
  };
}

const WORKED = "worked";
const DUPLICATE = "duplicate";

/** Whether a record cell counts people: one closed as a duplicate is counted by the record that stays. */
export function isPerson(cell: Pick<Cell, "kind" | "state">): boolean {
  return cell.kind === "record" && cell.state !== DUPLICATE;
}

type RecordCell = Pick<Cell, "kind" | "state" | "outcome" | "mainClass">;

/** Which figure a record cell counts in beside the total; null once people worked on it. */
export function recordFigureOf(cell: RecordCell): OutcomeFigure | null {
  if (!isPerson(cell) || cell.state === WORKED) return null;
  return recordFigure(cell.outcome, cell.mainClass);
}

/** Which figure an outcome belongs to while there is no task. */
export function recordFigure(outcome: string, mainClass: string): OutcomeFigure {
  if (outcome === "") return "notCompared";
  if (outcome === "not_applicable") return "notApplicable";
  if (outcome === "repaired") return "cleared";
  if (outcome === "matched") return mainClass === "same" ? "matched" : "cleared";
  return "untasked";
}

/** Compared, and not found to agree as they were. */
function isWrong(figure: OutcomeFigure | null): boolean {
  return figure === null || figure === "cleared" || figure === "untasked";
}

/** The figures in which a record cell counts. */
export function figuresOfRecord(cell: RecordCell): RecordFigure[] {
  if (!isPerson(cell)) return ["duplicates"];
  const figure = recordFigureOf(cell);
  return ["total", ...(isWrong(figure) ? (["wrong"] as const) : []), ...(figure ? [figure] : [])];
}

const DOSES_OF_RECORDS = ["total", "wrong", "cleared", "duplicates"] as const;

function addRecord(figures: Figures, cell: Cell): void {
  for (const figure of figuresOfRecord(cell)) {
    figures[figure] += cell.people;
    const counted = DOSES_OF_RECORDS.find((one) => one === figure);
    if (counted) figures.doses[counted] += cell.doses;
    if (figure === "cleared") add(figures.clearedByClass, cell.mainClass, cell.people);
  }
}

function addClosed(figures: Figures, { outcome, people, doses }: Cell): void {
  const resolution = RESOLUTIONS.find((one) => one === outcome);
  if (!resolution) return;
  figures.closed[resolution] += people;
  if (resolution === "corrected") figures.doses.corrected += doses;
  if (resolution === "corrected" || resolution === "falseMismatch" || resolution === "insufficient")
    figures[resolution] += people;
}

function addTask(figures: Figures, cell: Cell): void {
  if (cell.state === "closed") {
    addClosed(figures, cell);
    return;
  }
  figures.open += cell.people;
  figures.doses.open += cell.doses;
  figures.openMinutes += cell.minutes;
  add(figures.openByState, cell.state, cell.people);
  add(figures.openByClass, cell.mainClass, cell.people);
}

/** What came and went again leaves no name behind: whether it is folded or not makes no difference. */
function withoutNothing(sums: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(sums).filter(([, people]) => people !== 0));
}

/** Sums cells into figures. */
export function figuresOf(cells: readonly Cell[]): Figures {
  const figures = empty();
  for (const cell of cells) {
    if (cell.kind === "record") addRecord(figures, cell);
    else addTask(figures, cell);
  }
  const { openByState, openByClass, clearedByClass } = figures;
  return {
    ...figures,
    openByState: withoutNothing(openByState),
    openByClass: withoutNothing(openByClass),
    clearedByClass: withoutNothing(clearedByClass),
  };
}

/** Share of the records that nothing remains to be done about, 0 to 1; null without records. */
export function settledShare(
  figures: Pick<Figures, "total" | "open" | "notCompared" | "untasked">,
): number | null {
  if (figures.total === 0) return null;
  const remaining = figures.open + figures.notCompared + figures.untasked;
  return Math.max(0, (figures.total - remaining) / figures.total);
}
