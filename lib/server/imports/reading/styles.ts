import "server-only";
import { builtInFormat, type NumberFormat, PLAIN, readFormatCode } from "./number-format";
import { readXml } from "./xml";
import { type Archive, findEntry, readEntry } from "./zip";

/** The number format of each cell style, by the style's position. */
export async function readStyles(archive: Archive, path: string): Promise<NumberFormat[]> {
  const entry = findEntry(archive, path);
  if (!entry) return [];
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCellStyles = false;
  await readXml(await readEntry(archive, entry), {
    open(name, attributes) {
      if (name === "numFmt") codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      if (name === "cellXfs") inCellStyles = true;
      if (name === "xf" && inCellStyles) {
        formats.push(formatOf(Number(attributes.numFmtId ?? 0), codes));
      }
    },
    close(name) {
      if (name === "cellXfs") inCellStyles = false;
    },
  });
  return formats;
}

function formatOf(id: number, codes: ReadonlyMap<number, string>): NumberFormat {
  const code = codes.get(id);
  if (code !== undefined) return readFormatCode(code);
  return Number.isNaN(id) ? PLAIN : builtInFormat(id);
}
