import "server-only";
import { storableText, unguardCell } from "@/lib/domain/imports/cell-text";
import type { SourceRow } from "@/lib/domain/imports/record";
import { FileError } from "./file-error";
import { formatNumber, type NumberFormat, PLAIN } from "./number-format";
import { TextCollector, unescapeText } from "./shared-strings";
import { MOST_COLUMNS } from "./table";
import { walkXml } from "./xml";
import { type Archive, findEntry, readEntry } from "./zip";

/** What the cells of a sheet refer to. */
export interface SheetContext {
  strings: readonly string[];
  formats: readonly NumberFormat[];
  from1904: boolean;
}

interface Cell {
  column: number;
  type: string;
  style: number;
}

/** The rows of one sheet with any text in them, as they come out of the archive. */
export async function* readSheet(
  archive: Archive,
  path: string,
  context: SheetContext,
): AsyncGenerator<SourceRow> {
  const entry = findEntry(archive, path);
  if (!entry) throw new FileError("damaged");
  const parser = new SheetParser(context);
  for await (const _ of walkXml(await readEntry(archive, entry), parser)) {
    yield* parser.takeRows();
  }
}

/** Gathers rows from the events of a sheet's XML; rows and cells that are left out count on. */
class SheetParser {
  private rows: SourceRow[] = [];
  private rowNo = 0;
  private cells: string[] = [];
  private cell: Cell | null = null;
  private column = -1;
  private value = "";
  private inValue = false;
  private readonly inline = new TextCollector();

  constructor(private readonly context: SheetContext) {}

  takeRows(): SourceRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === "row") this.openRow(attributes);
    else if (name === "c") this.openCell(attributes);
    else if (name === "v") this.inValue = true;
    else this.inline.open(name);
  }

  text(text: string): void {
    if (this.cell === null) return;
    if (this.inValue) this.value += text;
    else this.inline.text(text);
  }

  close(name: string): void {
    if (name === "v") this.inValue = false;
    else if (name === "c") this.closeCell();
    else if (name === "row") this.closeRow();
    else this.inline.close(name);
  }

  private openRow({ r }: Record<string, string>): void {
    this.rowNo = r === undefined ? this.rowNo + 1 : Number(r);
    this.cells = [];
    this.column = -1;
  }

  private openCell({ r, t, s }: Record<string, string>): void {
    this.column = r === undefined ? this.column + 1 : columnOf(r);
    this.cell = { column: this.column, type: t ?? "n", style: Number(s ?? 0) };
    this.value = "";
    this.inline.take();
  }

  private closeCell(): void {
    if (this.cell === null) return;
    const text = unguardCell(storableText(this.cellText(this.cell)));
    if (text !== "") this.place(this.cell.column, text);
    this.cell = null;
  }

  private cellText({ type, style }: Cell): string {
    const { strings, formats, from1904 } = this.context;
    switch (type) {
      case "s":
        return strings[Number(this.value)] ?? "";
      case "inlineStr":
        return this.inline.take();
      case "str":
        return unescapeText(this.value);
      case "d":
        return this.value;
      case "b":
        return this.value === "1" ? "TRUE" : "FALSE";
      // A formula that failed has no value; its "#REF!" must not become somebody's name.
      case "e":
        return "";
      default:
        return formatNumber(this.value, formats[style] ?? PLAIN, from1904);
    }
  }

  private place(column: number, text: string): void {
    if (!(column >= 0)) throw new FileError("damaged");
    if (column >= MOST_COLUMNS) throw new FileError("tooManyColumns", { limit: MOST_COLUMNS });
    while (this.cells.length < column) this.cells.push("");
    this.cells[column] = text;
  }

  private closeRow(): void {
    if (this.cells.some((cell) => cell.trim() !== "")) {
      this.rows.push({ rowNo: this.rowNo, cells: this.cells });
    }
  }
}

/** "A1" → 0, "AB12" → 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (const character of reference) {
    const letter = character.charCodeAt(0) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
