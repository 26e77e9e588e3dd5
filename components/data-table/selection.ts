import type { ReactNode } from "react";

/** Rows that can be ticked. The ticks are form fields: the form around the table sends them. */
export interface Selection<Row> {
  /** Name of the form field; each ticked row sends its id. */
  name: string;
  /** What a row is called when its tick box is read aloud. */
  rowName: (row: Row) => string;
  /** Buttons for all ticked rows. They belong to the form around the table. */
  actions: ReactNode;
}
