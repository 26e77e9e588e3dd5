import "server-only";
import { createReadStream } from "node:fs";

/** What the bytes of a text file tell before anything is decoded. */
export interface TextScan {
  size: number;
  validUtf8: boolean;
  /** The first bytes of the file. */
  head: Buffer;
  /** Lines with bytes outside ASCII, from anywhere in the file. */
  telling: Buffer;
}

const HEAD_SIZE = 64 * 1024;
const TELLING_SIZE = 128 * 1024;

/**
 * Reads a file once from end to end: a letter outside ASCII may first occur far below, so a look at
 * the beginning is not enough.
 */
export async function scanText(path: string): Promise<TextScan> {
  const utf8 = new Utf8Check();
  const telling: Buffer[] = [];
  let head = Buffer.alloc(0);
  let size = 0;
  let tellingSize = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (head.length < HEAD_SIZE) head = Buffer.concat([head, chunk]).subarray(0, HEAD_SIZE);
    utf8.add(chunk);
    if (tellingSize >= TELLING_SIZE) continue;
    const lines = tellingLines(chunk, TELLING_SIZE - tellingSize);
    tellingSize += lines.length;
    telling.push(lines);
  }
  return { size, validUtf8: utf8.isValid(), head, telling: Buffer.concat(telling) };
}

class Utf8Check {
  private readonly decoder = new TextDecoder("utf-8", { fatal: true });
  private valid = true;

  add(chunk: Buffer): void {
    if (this.valid) this.attempt(() => this.decoder.decode(chunk, { stream: true }));
  }

  isValid(): boolean {
    if (this.valid) this.attempt(() => this.decoder.decode());
    return this.valid;
  }

  private attempt(decode: () => string): void {
    try {
      decode();
    } catch {
      this.valid = false;
    }
  }
}

/** A line that is cut at the edge of a chunk loses a word, which does no harm. */
function tellingLines(chunk: Buffer, limit: number): Buffer {
  const lines = chunk
    .toString("latin1")
    .split("\n")
    .filter((line) => /[\u0080-\u00FF]/.test(line));
  return Buffer.from(lines.map((line) => `${line}\n`).join(""), "latin1").subarray(0, limit);
}
