import "server-only";
import { createHash } from "node:crypto";
import { type HandoverLine, signedText } from "@/lib/domain/handovers/line";

/** SHA-256 over the lines as signed, in hex: whoever holds the list can take it again. */
export function contentHash(lines: readonly HandoverLine[]): string {
  return createHash("sha256").update(signedText(lines)).digest("hex");
}
