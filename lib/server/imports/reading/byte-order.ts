import type { Encoding } from "./encodings";

/** The encoding that the first bytes declare with a mark, or null. */
export function readMark(head: Buffer): Encoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? "utf-8" : null;
}

/** UTF-16 without a mark: digits and separators have a zero byte, always on the same side. */
export function guessUtf16(head: Buffer): Encoding | null {
  let even = 0;
  let odd = 0;
  for (const [index, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const many = head.length / 8;
  if (odd > many && odd > even * 10) return "utf-16le";
  return even > many && even > odd * 10 ? "utf-16be" : null;
}
