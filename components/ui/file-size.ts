const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE * KILOBYTE;

/** A size as people say it: the unit to name and the amount, never under 1 KB. */
export function fileSize(bytes: number): { unit: "kilobytes" | "megabytes"; amount: number } {
  if (bytes >= MEGABYTE) return { unit: "megabytes", amount: Math.round(bytes / MEGABYTE) };
  return { unit: "kilobytes", amount: Math.max(1, Math.round(bytes / KILOBYTE)) };
}
