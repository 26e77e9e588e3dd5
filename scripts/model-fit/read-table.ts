import { createReadStream } from "node:fs";
import { parse } from "csv-parse";

export type Row = Record<string, string | undefined>;

/** The file can't be read as the table it should be; `params` hold names of columns and files only. */
export class TableError extends Error {
  constructor(
    readonly code: "columns" | "notCsv" | "noRows",
    readonly params: { name: string; columns: string },
  ) {
    super(code);
  }
}

/** Rows of a CSV file one after another; columns by title, in any order, unknown ones ignored. */
export async function* readTable(file: string, columns: readonly string[]): AsyncGenerator<Row> {
  let rows = 0;
  try {
    const parser = parse({
      bom: true,
      columns: (titles: string[]) => checkTitles(titles, { file, columns }),
    });
    createReadStream(file)
      .on("error", (error) => parser.destroy(error))
      .pipe(parser);
    for await (const row of parser) {
      rows++;
      yield row as Row;
    }
  } catch (error) {
    if (error instanceof TableError) throw error;
    if (!String((error as { code?: string }).code).startsWith("CSV_")) throw error;
    throw new TableError("notCsv", { name: file, columns: "" });
  }
  if (rows === 0) throw new TableError("noRows", { name: file, columns: "" });
}

function checkTitles(
  titles: string[],
  { file, columns }: { file: string; columns: readonly string[] },
): string[] {
  const given = titles.map((title) => title.trim().toLowerCase());
  const lacking = columns.filter((column) => !given.includes(column));
  if (lacking.length > 0) {
    throw new TableError("columns", { name: file, columns: lacking.join(", ") });
  }
  return given;
}
