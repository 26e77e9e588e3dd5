import { addUnit, beginHash, combine } from "../key-hash";
import type { Cell } from "./byte-values";

const SPACE = 0x20;

/** The first lane of the hash of an address' numbers; null when it has fewer than two. */
export function readAddress({ bytes, start, end }: Cell): number | null {
  let hash = beginHash(0);
  let length = 0;
  let numbers = 0;
  let wasDigit = false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    const isDigit = byte >= 0x30 && byte <= 0x39;
    if (isDigit && !wasDigit && numbers++ > 0) {
      hash = addUnit(hash, SPACE);
      length++;
    }
    if (isDigit) {
      hash = addUnit(hash, byte);
      length++;
    }
    wasDigit = isDigit;
  }
  return numbers < 2 ? null : combine(hash, length);
}
