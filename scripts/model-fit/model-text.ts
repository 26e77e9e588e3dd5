import type { MatchModel } from "@/lib/domain/matching/vocabulary";

const LINE = 100;

/**
 * The file of a model: JSON with a line for every value, lists on one line where they fit, as the
 * formatter of the repository writes it. The same model gives the same bytes.
 */
export function writeModel(model: MatchModel): string {
  return `${write(model, 0, 0)}\n`;
}

function write(value: unknown, depth: number, before: number): string {
  const inner = "  ".repeat(depth + 1);
  const close = `\n${"  ".repeat(depth)}`;
  if (Array.isArray(value)) {
    const line = `[${value.map((one) => JSON.stringify(one)).join(", ")}]`;
    if (before + line.length + 1 <= LINE) return line;
    return `[\n${value.map((one) => inner + JSON.stringify(one)).join(",\n")}${close}]`;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  if (entries.length === 0) return "{}";
  const lines = entries.map(([key, one]) => {
    const head = `${inner}${JSON.stringify(key)}: `;
    return head + write(one, depth + 1, head.length);
  });
  return `{\n${lines.join(",\n")}${close}}`;
}
