import { z } from "zod";
import type { AskedIdentity } from "./question";

/** Where a gateway answers, below its address. */
export const VERIFY_PATH = "/v1/verify";

const MOST_TEXT = 500;
const text = z.string().trim().min(1).max(MOST_TEXT);

/** What is sent. Without `precision` the whole day of birth is known. */
export const VerifyRequest = z.object({
  requestId: text,
  purpose: text,
  fullName: text,
  birthDate: z.iso.date(),
  precision: z.enum(["day", "month", "year"]).default("day"),
  sex: z.enum(["male", "female"]),
  idNumber: text,
});
export type VerifyRequest = z.output<typeof VerifyRequest>;

/** What comes back: right or wrong for the four fields together, and nothing else. */
export const VerifyAnswer = z.object({ requestId: z.string(), result: z.boolean() });
export type VerifyAnswer = z.output<typeof VerifyAnswer>;

/** The body of a question. */
export function verifyRequest(
  { fullName, birthDate, sex, idNumber }: AskedIdentity,
  { requestId, purpose }: { requestId: string; purpose: string },
): VerifyRequest {
  const { value, precision } = birthDate;
  return { requestId, purpose, fullName, birthDate: value, precision, sex, idNumber };
}

type Compared = Pick<VerifyRequest, "fullName" | "birthDate" | "precision" | "sex" | "idNumber">;

/**
 * The strict comparison: two identities agree when this text is equal. Names are alike in spite of
 * case, spaces and Unicode form; a number in spite of spaces around it; nothing else is forgiven.
 */
export function strictKey({ fullName, birthDate, precision, sex, idNumber }: Compared): string {
  return [idNumber.trim(), strictName(fullName), birthDate, precision, sex].join("|");
}

/** NFC, one case, one space between words. */
export function strictName(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\u200B\uFEFF]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
