import type { QualityFigure } from "@/lib/domain/progress/quality";
import type { ContactKind, ContactOutcome } from "@/lib/domain/tasks/contact";
import { getTranslator } from "@/lib/i18n/server";
import type { QualityLine } from "@/lib/server/progress/quality-lines";

type OfReport = Extract<QualityFigure, `report.${string}`>;
type OfSample = Extract<QualityFigure, `sample.${string}`>;

/** A figure taken apart: its kind, and the outcome where it is one of an attempt. */
export type Told =
  | { kind: "report"; figure: OfReport }
  | { kind: "contact"; outcome: ContactOutcome }
  | { kind: "sample"; figure: OfSample };

export function toldBy(figure: QualityFigure): Told {
  const [kind, word] = figure.split(".");
  if (kind === "contact") return { kind, outcome: word as ContactOutcome };
  return kind === "report"
    ? { kind, figure: figure as OfReport }
    : { kind: "sample", figure: figure as OfSample };
}

/** Says of each line of a figure what it was. */
export async function qualityWriter(figure: QualityFigure): Promise<(line: QualityLine) => string> {
  const t = await getTranslator("progress.list.quality");
  const told = toldBy(figure);
  if (told.kind === "report") {
    const word = (await getTranslator("progress.quality"))(`word.${told.figure}`);
    return () => word;
  }
  if (told.kind === "sample") {
    return ({ detail }) => t(`check.${(detail ?? "none") as "approve" | "return" | "none"}`);
  }
  const ways = await getTranslator("contact.kind");
  const outcome = (await getTranslator("contact.outcome"))(told.outcome);
  return ({ detail }) => t("attempt", { way: ways(detail as ContactKind), outcome });
}
