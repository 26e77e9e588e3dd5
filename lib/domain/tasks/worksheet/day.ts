import { parseBirthDate } from "@/lib/domain/records/partial-date";

/**
 * A day as people type it ("5/12/2026", "05122026") as yyyy-MM-dd; null for nothing. What is no day
 * comes back as it is, for the command to refuse.
 */
export function readDay(text: string): string | null {
  const typed = text.trim();
  if (typed === "") return null;
  const read = parseBirthDate(typed);
  return read.ok && read.value.precision === "day" ? read.value.value : typed;
}
