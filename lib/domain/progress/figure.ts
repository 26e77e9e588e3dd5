/** One cell of the counters: people of one kind, state, outcome (or resolution) and class. */
export interface Cell {
  kind: "record" | "task";
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
  /** all records */
  total: number;
  /** agreed as they were */
  matched: number;
  /** agreed after harmless differences were seen through or repaired */
  cleared: number;
  /** tasks not closed */
  open: number;
  /** open tasks that wait to go back to their source */
  publishing: number;
  /** tasks closed as corrected */
  corrected: number;
  notCompared: number;
  openByState: Record<string, number>;
  openByClass: Record<string, number>;
  clearedByClass: Record<string, number>;
}

function add(into: Record<string, number>, key: string, people: number): void {
  into[key] = (into[key] ?? 0) + people;
}

function empty(): Figures {
  return {
    total: 0,
    matched: 0,
    cleared: 0,
    open: 0,
    publishing: 0,
    corrected: 0,
    notCompared: 0,
    openByState: {},
    openByClass: {},
    clearedByClass: {},
  };
}

/** Whether the engine cleared a record although it wasn't the same letter by letter. */
export function isCleared(outcome: string, mainClass: string): boolean {
  return outcome === "repaired" || (outcome === "matched" && mainClass !== "same");
}

function addRecord(figures: Figures, cell: Cell): void {
  figures.total += cell.people;
  if (cell.outcome === "") figures.notCompared += cell.people;
  else if (isCleared(cell.outcome, cell.mainClass)) {
    figures.cleared += cell.people;
    add(figures.clearedByClass, cell.mainClass, cell.people);
  } else if (cell.outcome === "matched") figures.matched += cell.people;
}

function addTask(figures: Figures, cell: Cell): void {
  if (cell.state === "closed") {
    if (cell.outcome === "corrected") figures.corrected += cell.people;
    return;
  }
  figures.open += cell.people;
  if (cell.state === "publishing") figures.publishing += cell.people;
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
