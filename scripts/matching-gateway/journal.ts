import { createHash } from "node:crypto";
import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  openSync,
  renameSync,
  rmSync,
  truncateSync,
  writeSync,
} from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** The file beside the result belongs to a run over other records, or with another model. */
export class OtherRun extends Error {
  constructor(readonly file: string) {
    super("the journal belongs to another run");
    this.name = "OtherRun";
  }
}

/** What a run is about: the same twice, and the second may go on where the first stopped. */
export async function fingerprint(recordsFile: string, model: unknown): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify(model));
  for await (const part of createReadStream(recordsFile)) hash.update(part as Buffer);
  return hash.digest("hex");
}

/**
 * Finished rows, kept as they come: `[index, "line of the result"]` a line, below a line that says
 * whose they are. A line is whole or it does not count, so that a killed process loses nothing that
 * was finished. Nothing about anybody is in it but the lines of the result.
 */
export class Journal {
  readonly file: string;
  readonly #handle: number;
  #prefix = 0;
  readonly #beyond = new Set<number>();

  private constructor(file: string) {
    this.file = file;
    this.#handle = openSync(file, "a", 0o600);
  }

  /** Opens the journal beside a result, or makes it. @throws OtherRun */
  static async open(outFile: string, run: string): Promise<Journal> {
    const file = `${outFile}.part`;
    const indexes: number[] = [];
    let bytes = 0;
    if (existsSync(file)) {
      for await (const line of wholeLines(file)) {
        if (bytes === 0 && JSON.parse(line.text).run !== run) throw new OtherRun(file);
        if (bytes > 0) indexes.push(rowOf(line.text)[0]);
        bytes = line.end;
      }
      truncateSync(file, bytes);
    }
    const journal = new Journal(file);
    if (bytes === 0) writeSync(journal.#handle, `${JSON.stringify({ run })}\n`);
    for (const index of indexes) journal.#note(index);
    return journal;
  }

  get size(): number {
    return this.#prefix + this.#beyond.size;
  }

  has(index: number): boolean {
    return index < this.#prefix || this.#beyond.has(index);
  }

  add(index: number, line: string): void {
    writeSync(this.#handle, `${JSON.stringify([index, line])}\n`);
    this.#note(index);
  }

  close(): void {
    closeSync(this.#handle);
  }

  /** All rows are there: writes the result in the order of the input, whole or not at all. */
  async finish(outFile: string, titles: string): Promise<void> {
    const unfinished = `${outFile}.new`;
    await pipeline(Readable.from(this.#inOrder(titles)), createWriteStream(unfinished));
    renameSync(unfinished, outFile);
    this.close();
    rmSync(this.file);
  }

  async *#inOrder(titles: string): AsyncIterable<string> {
    yield titles;
    const early = new Map<number, string>();
    let next = 0;
    let isFirst = true;
    for await (const { text } of wholeLines(this.file)) {
      if (!isFirst) early.set(...rowOf(text));
      isFirst = false;
      for (let line = early.get(next); line !== undefined; line = early.get(next)) {
        yield line;
        early.delete(next);
        next += 1;
      }
    }
  }

  #note(index: number): void {
    this.#beyond.add(index);
    while (this.#beyond.delete(this.#prefix)) this.#prefix += 1;
  }
}

function rowOf(text: string): [number, string] {
  return JSON.parse(text) as [number, string];
}

const LINE_END = 10;

/** Lines with their end in bytes; what follows the last line end was cut off in the writing. */
async function* wholeLines(file: string): AsyncIterable<{ text: string; end: number }> {
  let rest = Buffer.alloc(0);
  let end = 0;
  for await (const part of createReadStream(file)) {
    let bytes = Buffer.concat([rest, part as Buffer]);
    for (let at = bytes.indexOf(LINE_END); at >= 0; at = bytes.indexOf(LINE_END)) {
      end += at + 1;
      yield { text: bytes.toString("utf8", 0, at), end };
      bytes = bytes.subarray(at + 1);
    }
    rest = bytes;
  }
}
