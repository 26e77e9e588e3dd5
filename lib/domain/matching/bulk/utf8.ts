const DECODER = new TextDecoder("utf-8");
const SHORT = 64;

/**
 * Text of UTF-8 bytes. Cells are short: a loop over their bytes takes a third of the time of a
 * decoder, which also refuses memory that threads share. Whatever is unusual goes to the decoder.
 */
export function decode(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > SHORT) return decodeAny(bytes, start, end);
  let text = "";
  let at = start;
  while (at < end) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      text += String.fromCharCode(byte);
      at += 1;
      continue;
    }
    const length = byte < 0xe0 ? 2 : 3;
    const code = at + length <= end ? codeOf(bytes, at, length) : -1;
    if (code < 0) return decodeAny(bytes, start, end);
    text += String.fromCharCode(code);
    at += length;
  }
  return text;
}

/** The code of a character of two or three bytes; −1 for anything else. */
function codeOf(bytes: Uint8Array, at: number, length: number): number {
  const first = bytes[at] ?? 0;
  const second = followed(bytes, at + 1);
  if (first < 0xc2 || first > 0xef || second < 0) return -1;
  if (length === 2) return ((first & 0x1f) << 6) | second;
  const third = followed(bytes, at + 2);
  const code = ((first & 0x0f) << 12) | (second << 6) | third;
  return third < 0 || code < 0x800 || isSurrogate(code) ? -1 : code;
}

/** The six bits of a byte that continues a character; −1 for any other byte. */
function followed(bytes: Uint8Array, at: number): number {
  const bits = (bytes[at] ?? 0) ^ 0x80;
  return bits > 0x3f ? -1 : bits;
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

function decodeAny(bytes: Uint8Array, start: number, end: number): string {
  return DECODER.decode(bytes.slice(start, end));
}
