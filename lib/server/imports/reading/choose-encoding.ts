import "server-only";
import { scoreVietnamese } from "@/lib/domain/imports/vietnamese-score";
import { guessUtf16, readMark } from "./byte-order";
import { decodeBytes, type Encoding, LEGACY_ENCODINGS } from "./encodings";
import type { TextScan } from "./scan-text";

/** One way to read the file, with a piece of it read that way; `score` as in `scoreVietnamese`. */
export interface EncodingCandidate {
  encoding: Encoding;
  score: number;
  sample: string;
}

/**
 * What was chosen, and what else it could be, best first, for the person who knows the file.
 * `certain` is false when even the best reading hardly looks like Vietnamese. Samples are lines of
 * the file, so they are personal data: to be shown to its owner, not logged.
 */
export interface EncodingChoice {
  chosen: Encoding;
  certain: boolean;
  candidates: EncodingCandidate[];
}

const CERTAIN_SCORE = 0.6;
const SAMPLE_LENGTH = 120;

/** Marks at the beginning and valid UTF-8 are believed; other bytes are tried in each encoding. */
export function chooseEncoding(scan: TextScan): EncodingChoice {
  const marked = readMark(scan.head) ?? guessUtf16(scan.head);
  if (marked) return settled(marked, scan);
  if (scan.validUtf8) return settled("utf-8", scan);
  const candidates = [...LEGACY_ENCODINGS, "utf-8" as const]
    .map((encoding) => judge(encoding, scan.telling))
    .sort((one, other) => other.score - one.score);
  const best = candidates[0];
  return {
    chosen: best?.encoding ?? "utf-8",
    certain: (best?.score ?? 0) >= CERTAIN_SCORE,
    candidates,
  };
}

function settled(encoding: Encoding, scan: TextScan): EncodingChoice {
  const wide = encoding !== "utf-8";
  const candidate = judge(encoding, wide ? evenly(scan.head) : scan.telling);
  return { chosen: encoding, certain: true, candidates: [candidate] };
}

function evenly(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.length - (bytes.length % 2));
}

function judge(encoding: Encoding, bytes: Buffer): EncodingCandidate {
  const text = decodeBytes(bytes, encoding);
  const lines = text.split("\n").map((line) => line.trim());
  const sample = lines.find((line) => line !== "") ?? "";
  return { encoding, score: scoreVietnamese(text), sample: sample.slice(0, SAMPLE_LENGTH) };
}
