import "server-only";
import iconv from "iconv-lite";
import type { SourceRow } from "@/lib/domain/imports/record";
import { scoreVietnamese } from "@/lib/domain/imports/vietnamese-score";
import { decodeVni } from "@/lib/domain/imports/vni-text";

/**
 * Lists typed in .VnTime or VNI-Times and saved as Unicode still hold the letters of those fonts:
 * the bytes are right, the text is "NguyÔn" or "Nguyeãn". Fonts are told by the column, because a
 * single word often reads either way ("Phó" is "Phú" in one and itself in the other); single cells in
 * a column of real Unicode are left to the comparison.
 */
interface Font {
  decode: (text: string) => string;
  /** Real Unicode stands here too (a letterhead): then a cell has to read better to be decoded. */
  mixed: boolean;
}

type Fonts = ReadonlyMap<number, Font>;

const SAMPLE_ROWS = 200;
const CERTAIN_SCORE = 0.7;
const CLEAR_LEAD = 0.3;
/** So many cells must speak for a font for each one that is Unicode already. */
const CLEAR_MAJORITY = 4;

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

/** Passes rows on with the letters of legacy fonts turned into Unicode, where a column has any. */
export async function* decodeFonts(rows: AsyncIterable<SourceRow>): AsyncGenerator<SourceRow> {
  let sample: SourceRow[] | null = [];
  let fonts: Fonts = new Map();
  for await (const row of rows) {
    if (sample === null) {
      yield decodeRow(row, fonts);
      continue;
    }
    sample.push(row);
    if (sample.length < SAMPLE_ROWS) continue;
    fonts = findFonts(sample);
    for (const held of sample) yield decodeRow(held, fonts);
    sample = null;
  }
  if (sample === null) return;
  fonts = findFonts(sample);
  for (const held of sample) yield decodeRow(held, fonts);
}

/** A column without proof of its own ("Ghi chó") goes with the others, if nothing speaks against. */
function findFonts(rows: readonly SourceRow[]): Fonts {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, column) =>
    rows.map(({ cells }) => cells[column] ?? ""),
  );
  const proven = columns.map(findFont);
  const usual = proven.find((font) => font !== null);
  const fonts = new Map<number, Font>();
  for (const [column, cells] of columns.entries()) {
    const font = proven[column] ?? (cells.some(hasUnicodeLetter) ? null : usual);
    if (font) fonts.set(column, font);
  }
  return fonts;
}

function findFont(cells: readonly string[]): Font | null {
  const legacy = cells.filter(couldBeLegacy);
  const unicode = cells.filter(hasUnicodeLetter).length;
  const plain = scoreVietnamese(legacy.join("\n"));
  for (const decode of [decodeTcvn3, decodeVni]) {
    const score = scoreVietnamese(decode(legacy.join("\n")));
    if (score < CERTAIN_SCORE || score - plain < CLEAR_LEAD) continue;
    const better = legacy.filter((cell) => leadOf(decode, cell) > 0).length;
    if (better >= CLEAR_MAJORITY * unicode) return { decode, mixed: unicode > 0 };
  }
  return null;
}

function leadOf(decode: Font["decode"], cell: string): number {
  return scoreVietnamese(decode(cell)) - scoreVietnamese(cell);
}

function decodeRow(row: SourceRow, fonts: Fonts): SourceRow {
  if (fonts.size === 0) return row;
  return {
    rowNo: row.rowNo,
    cells: row.cells.map((cell, column) => decodeCell(cell, fonts.get(column))),
  };
}

function decodeCell(cell: string, font: Font | undefined): string {
  if (font === undefined || !couldBeLegacy(cell)) return cell;
  const lead = leadOf(font.decode, cell);
  return lead > 0 || (lead === 0 && !font.mixed) ? font.decode(cell) : cell;
}

function couldBeLegacy(text: string): boolean {
  return /[\u00A1-\u00FF]/.test(text) && !hasUnicodeLetter(text);
}

/** A letter or mark that neither font has, so that the text must be Unicode already. */
function hasUnicodeLetter(text: string): boolean {
  return /[\u0100-\u02AF\u1E00-\u1EFF]|\p{M}/u.test(text);
}
