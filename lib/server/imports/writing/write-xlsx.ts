import "server-only";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import ExcelJS, { type Worksheet } from "exceljs";
import { guardCell } from "@/lib/domain/imports/cell-text";
import { FileError } from "../reading/file-error";
import type { TableContent } from "./content";

const MOST_ROWS = 1_048_576;
const LONGEST_CELL = 32_767;
const BATCH = 500;
const WIDTH = 18;
const NOTHING = Buffer.alloc(0);

/** One sheet of text cells; the title line is bold and stays in view. */
export async function writeXlsx(destination: Writable, content: TableContent): Promise<void> {
  const stop = new AbortController();
  const written = finished(destination, { readable: false });
  // Whoever reads may leave at any moment; waiting for them to take more would then never end.
  written.catch((error) => stop.abort(error));
  try {
    await Promise.race([writeSheet(destination, content, stop.signal), written]);
    await written;
  } catch (error) {
    destination.destroy(error instanceof Error ? error : undefined);
    throw error;
  }
}

async function writeSheet(
  destination: Writable,
  { header, rows }: TableContent,
  signal: AbortSignal,
): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: destination, useStyles: true });
  const sheet = workbook.addWorksheet("1", { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = header.map(() => ({ width: WIDTH, style: { numFmt: "@" } }));
  const titles = sheet.addRow(header.map(writeCell));
  titles.font = { bold: true };
  titles.commit();
  let count = 1;
  for await (const cells of rows) {
    count += 1;
    if (count > MOST_ROWS) throw new FileError("tooManyRows", { limit: MOST_ROWS - 1 });
    sheet.addRow(cells.map(writeCell)).commit();
    if (count % BATCH === 0) await keepPace(sheet, signal);
  }
  sheet.commit();
  await workbook.commit();
}

/**
 * Waits until what was written so far has been taken. The library itself never waits and would keep
 * the whole table in memory for a slow reader; an empty write to its pipe is answered in turn.
 */
async function keepPace(sheet: Worksheet, signal: AbortSignal): Promise<void> {
  const { stream } = sheet as unknown as { stream: { pipes: Writable[] } };
  const [pipe] = stream.pipes;
  if (!pipe) return;
  await new Promise<void>((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.throwIfAborted();
    signal.addEventListener("abort", stop, { once: true });
    pipe.write(NOTHING, () => {
      signal.removeEventListener("abort", stop);
      resolve();
    });
  });
}

/** Longer cells make Excel call the whole workbook damaged. */
function writeCell(text: string): string {
  return guardCell(text).slice(0, LONGEST_CELL);
}
