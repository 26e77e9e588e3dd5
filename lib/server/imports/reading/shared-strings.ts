import "server-only";
import { FileError } from "./file-error";
import { readXml } from "./xml";
import { type Archive, findEntry, readEntry } from "./zip";

/** These texts are the one part of a workbook that has to be held in memory whole. */
const LARGEST_TEXTS = 400 * 1024 * 1024;

/** The texts that cells point to by position. Reading aids over Asian scripts are left out. */
export async function readSharedStrings(archive: Archive, path: string): Promise<string[]> {
  const entry = findEntry(archive, path);
  if (!entry) return [];
  if (entry.uncompressedSize > LARGEST_TEXTS) throw new FileError("tooLarge");
  const texts: string[] = [];
  const collector = new TextCollector();
  await readXml(await readEntry(archive, entry), {
    open: (name) => collector.open(name),
    text: (text) => collector.text(text),
    close(name) {
      collector.close(name);
      if (name === "si") texts.push(collector.take());
    },
  });
  return texts;
}

/** Joins the pieces of a rich text: everything inside `t`, nothing inside `rPh`. */
export class TextCollector {
  private pieces = "";
  private inText = false;
  private inAid = false;

  open(name: string): void {
    if (name === "t") this.inText = true;
    if (name === "rPh") this.inAid = true;
  }

  text(text: string): void {
    if (this.inText && !this.inAid) this.pieces += text;
  }

  close(name: string): void {
    if (name === "t") this.inText = false;
    if (name === "rPh") this.inAid = false;
  }

  /** The text so far; the next one begins empty. */
  take(): string {
    const text = unescapeText(this.pieces);
    this.pieces = "";
    return text;
  }
}

/** Characters that XML can't hold are written as "_x000D_". */
export function unescapeText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
