import "server-only";
import iconv from "iconv-lite";
import type { SourceRow } from "@/lib/domain/imports/record";
import { scoreVietnamese } from "@/lib/domain/imports/vietnamese-score";
import { decodeVni } from "@/lib/domain/imports/vni-text";

/**
 * Lists typed in .VnTime or VNI-Times and saved as Unicode still hold the letters of those fonts:
 * the bytes are right, the text is "NguyÔn" or "Nguyeãn". Such a table is told as a whole, because a
 * single word often reads either way ("Phó" is "Phú" in one and itself in the other).
 */
interface Font {
  decode(text: string): string;
  /** Columns that hold real Unicode letters too: there a cell has to read better to be decoded. */
  mixed: ReadonlySet<number>;
}

const SAMPLE_ROWS = 200;
const CERTAIN_SCORE = 0.7;
const CLEAR_LEAD = 0.3;

/** Letters of TCVN3 fonts, which have one character for each letter. */
const TCVN3 = new Map(
  Array.from({ length: 0x100 - 0xa1 }, (_, index) => {
    const byte = 0xa1 + index;
    return [String.fromCharCode(byte), iconv.decode(Buffer.from([byte]), "tcvn")] as const;
  }),
);

function decodeTcvn3(text: string): string {
  return text.replace(/[\u00A1-\u00FF]/g, (letter) => TCVN3.get(letter) ?? letter);
}

/** Passes rows on with the letters of legacy fonts turned into Unicode, where the table has any. */
export async function* decodeFonts(rows: AsyncIterable<SourceRow>): AsyncGenerator<SourceRow> {
  let sample: SourceRow[] | null = [];
  let font: Font | null = null;
  for await (const row of rows) {
    if (sample === null) {
      yield decodeRow(row, font);
      continue;
    }
    sample.push(row);
    if (sample.length < SAMPLE_ROWS) continue;
    font = findFont(sample);
    for (const held of sample) yield decodeRow(held, font);
    sample = null;
  }
  font ??= findFont(sample ?? []);
  for (const held of sample ?? []) yield decodeRow(held, font);
}

function findFont(rows: readonly SourceRow[]): Font | null {
  const texts = rows.flatMap(({ cells }) => cells).filter(couldBeLegacy);
  const text = texts.join("\n");
  const plain = scoreVietnamese(text);
  for (const decode of [decodeTcvn3, decodeVni]) {
    const score = scoreVietnamese(decode(text));
    if (score < CERTAIN_SCORE || score - plain < CLEAR_LEAD) continue;
    const mixed = rows.flatMap(({ cells }) =>
      cells.flatMap((cell, column) => (hasUnicodeLetter(cell) ? [column] : [])),
    );
    return { decode, mixed: new Set(mixed) };
  }
  return null;
}

function decodeRow(row: SourceRow, font: Font | null): SourceRow {
  if (font === null) return row;
  return {
    rowNo: row.rowNo,
    cells: row.cells.map((cell, column) => decodeCell(cell, column, font)),
  };
}

function decodeCell(cell: string, column: number, { decode, mixed }: Font): string {
  if (!couldBeLegacy(cell)) return cell;
  const decoded = decode(cell);
  const lead = scoreVietnamese(decoded) - scoreVietnamese(cell);
  return lead > 0 || (lead === 0 && !mixed.has(column)) ? decoded : cell;
}

function couldBeLegacy(text: string): boolean {
  return /[\u00A1-\u00FF]/.test(text) && !hasUnicodeLetter(text);
}

/** A letter that neither font has, so that the text must be Unicode already. */
function hasUnicodeLetter(text: string): boolean {
  return /[\u0100-\u1EFF\u0300-\u036F]/.test(text);
}
