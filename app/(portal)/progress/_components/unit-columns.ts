import type { Figures } from "@/lib/domain/progress/figure";
import type { LineFilter } from "@/lib/domain/progress/line-filter";
import type { TaskState } from "@/lib/domain/tasks/states";

const STATES = [
  "surveying",
  "verifying",
  "handover",
  "correcting",
] as const satisfies readonly TaskState[];

export type UnitColumnId = "open" | "cleared" | "corrected" | (typeof STATES)[number];

/** A column of the table of units: its figure, and what narrows the list behind it. */
export interface UnitColumn {
  id: UnitColumnId;
  people: (figures: Figures) => number;
  filter: LineFilter;
  /** left out of the cards of a phone, where what remains says enough */
  wideOnly?: boolean;
}

export const COLUMNS: readonly UnitColumn[] = [
  { id: "open", people: (figures) => figures.open, filter: {} },
  ...STATES.map((state) => ({
    id: state,
    people: (figures: Figures) => figures.openByState[state] ?? 0,
    filter: { state },
    wideOnly: true,
  })),
  { id: "cleared", people: (figures) => figures.cleared, filter: { records: "cleared" } },
  { id: "corrected", people: (figures) => figures.corrected, filter: { resolution: "corrected" } },
];
