import type { Cell } from "./byte-values";

const ENCODER = new TextEncoder();
/** UTF-8 takes at most three bytes for each UTF-16 unit. */
const BYTES_OF_A_UNIT = 3;
const FIRST_BYTES = 2 ** 20;

/** Text that is put together as UTF-8: cells are copied from other files without becoming strings. */
export class GrowingBytes {
  private bytes = new Uint8Array(FIRST_BYTES);
  private size = 0;

  addText(text: string): void {
    this.makeRoom(text.length * BYTES_OF_A_UNIT);
    this.size += ENCODER.encodeInto(text, this.bytes.subarray(this.size)).written;
  }

  /** For what is added again and again: encode it once. */
  addBytes(added: Uint8Array): void {
    this.makeRoom(added.length);
    this.bytes.set(added, this.size);
    this.size += added.length;
  }

  addCell({ bytes, start, end }: Cell): void {
    this.makeRoom(end - start);
    for (let at = start; at < end; at++) this.bytes[this.size++] = bytes[at] ?? 0;
  }

  private makeRoom(more: number): void {
    if (this.size + more <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.size + more));
    grown.set(this.bytes.subarray(0, this.size));
    this.bytes = grown;
  }

  /** What was put together, in memory of its own; begins anew. */
  take(): Uint8Array {
    const taken = this.bytes.slice(0, this.size);
    this.size = 0;
    return taken;
  }
}

/** Can this cell be written as it is: letters, digits and signs that no CSV reader takes amiss? */
export function isPlainCell({ bytes, start, end }: Cell): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x30 || byte > 0x7a || (byte > 0x39 && byte < 0x41)) return false;
  }
  return end > start;
}
