import "server-only";
import iconv from "iconv-lite";
import { decodeVni } from "@/lib/domain/imports/vni-text";

/** Encodings that Vietnamese lists come in, likeliest first: the order settles a tie. */
export const ENCODINGS = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "tcvn3",
  "vni",
  "windows-1258",
  "viscii",
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What bytes without a mark and outside UTF-8 could be. */
export const LEGACY_ENCODINGS = ["tcvn3", "vni", "windows-1258", "viscii"] as const;

const CODECS = {
  "utf-8": "utf8",
  "utf-16le": "utf-16le",
  "utf-16be": "utf-16be",
  tcvn3: "tcvn",
  vni: "windows-1252",
  "windows-1258": "windows-1258",
  viscii: "viscii",
} as const satisfies Record<Encoding, string>;

export function decodeBytes(bytes: Buffer, encoding: Encoding): string {
  return finishText(iconv.decode(bytes, CODECS[encoding]), encoding);
}

/** A stream from bytes to text. Its text still has to pass `finishText`, value by value. */
export function decodingStream(encoding: Encoding): NodeJS.ReadWriteStream {
  return iconv.decodeStream(CODECS[encoding]);
}

/** What can't be done byte by byte: marks that stand behind their letter. */
export function finishText(text: string, encoding: Encoding): string {
  if (encoding === "vni") return decodeVni(text);
  return encoding === "windows-1258" ? text.normalize("NFC") : text;
}
