/** One cell of the counters: people of one kind, state, outcome (or resolution) and class. */
export interface Cell {
  kind: "record" | "task";
  /** of a task; of a record "duplicate" where it is closed as one, "worked" once it has had a task, else "" */
  state: string;
  outcome: string;
  mainClass: string;
  people: number;
}

/**
 * The figures of the progress page, all in people. Each has one definition, and the list behind it
 * is narrowed by the same words.
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
  /** tasks not closed: what remains */
  open: number;
  /** tasks closed as corrected */
  corrected: number;
  /** tasks closed because the record had been right all along */
  falseMismatch: number;
  openByState: Record<string, number>;
  openByClass: Record<string, number>;
  clearedByClass: Record<string, number>;
}

/** The figures that count records; each is a list of records too. */
export const RECORD_FIGURES = [
  "total",
  "matched",
  "cleared",
  "notApplicable",
  "notCompared",
] as const;
export type RecordFigure = (typeof RECORD_FIGURES)[number];

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
    open: 0,
    corrected: 0,
    falseMismatch: 0,
    openByState: {},
    openByClass: {},
    clearedByClass: {},
  };
}

const WORKED = "worked";
const DUPLICATE = "duplicate";

/** Whether a record cell counts people: one closed as a duplicate is counted by the record that stays. */
export function isPerson(cell: Cell): boolean {
  return cell.kind === "record" && cell.state !== DUPLICATE;
}

/** Which figure a record cell counts in beside the total; null once people worked on it. */
export function recordFigureOf(cell: Cell): Exclude<RecordFigure, "total"> | null {
  if (!isPerson(cell) || cell.state === WORKED) return null;
  return recordFigure(cell.outcome, cell.mainClass);
}

/** Which figure an outcome belongs to; null where it needs a task. */
export function recordFigure(
  outcome: string,
  mainClass: string,
): Exclude<RecordFigure, "total"> | null {
  if (outcome === "") return "notCompared";
  if (outcome === "not_applicable") return "notApplicable";
  if (outcome === "repaired") return "cleared";
  if (outcome === "matched") return mainClass === "same" ? "matched" : "cleared";
  return null;
}

function addRecord(figures: Figures, cell: Cell): void {
  if (!isPerson(cell)) return;
  figures.total += cell.people;
  const figure = recordFigureOf(cell);
  if (figure) figures[figure] += cell.people;
  if (figure === "cleared") add(figures.clearedByClass, cell.mainClass, cell.people);
}

function addTask(figures: Figures, cell: Cell): void {
  if (cell.state === "closed") {
    if (cell.outcome === "corrected") figures.corrected += cell.people;
    if (cell.outcome === "falseMismatch") figures.falseMismatch += cell.people;
    return;
  }
  figures.open += cell.people;
  add(figures.openByState, cell.state, cell.people);
  add(figures.openByClass, cell.mainClass, cell.people);
}

/** Sums cells into figures. */
export function figuresOf(cells: readonly Cell[]): Figures {
  const figures = empty();
  for (const cell of cells) {
    if (cell.kind === "record") addRecord(figures, cell);
    else addTask(figures, cell);
  }
  return figures;
}

/** Share of the records that nothing remains to be done about, 0 to 1; null without records. */
export function settledShare(figures: Figures): number | null {
  if (figures.total === 0) return null;
  const remaining = figures.open + figures.notCompared;
  return Math.max(0, (figures.total - remaining) / figures.total);
}
