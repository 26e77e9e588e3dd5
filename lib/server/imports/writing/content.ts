/** A table to be written: its titles, then rows as they come. */
export interface TableContent {
  header: readonly string[];
  rows: AsyncIterable<readonly string[]>;
}
