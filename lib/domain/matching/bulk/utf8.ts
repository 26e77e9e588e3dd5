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
  const [a = 0, b = 0, c = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
  if (a < 0xc2 || a > 0xef || (b & 0xc0) !== 0x80) return -1;
  if (length === 2) return ((a & 0x1f) << 6) | (b & 0x3f);
  if ((c & 0xc0) !== 0x80) return -1;
  const code = ((a & 0x0f) << 12) | ((b & 0x3f) << 6) | (c & 0x3f);
  return code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? -1 : code;
}

function decodeAny(bytes: Uint8Array, start: number, end: number): string {
  return DECODER.decode(bytes.slice(start, end));
}
