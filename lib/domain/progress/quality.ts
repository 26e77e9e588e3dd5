import { CONTACT_OUTCOMES, type ContactOutcome } from "@/lib/domain/tasks/contact";

const contactFigure = (outcome: ContactOutcome) => `contact.${outcome}` as const;

/** Figures of how good the work is, in the words of the database's `progress_quality`. */
export const QUALITY_FIGURES = [
  "report.open",
  "report.upheld",
  "report.rejected",
  ...CONTACT_OUTCOMES.map(contactFigure),
  "sample.passed",
  "sample.checked",
  "sample.wrong",
] as const;
export type QualityFigure = (typeof QUALITY_FIGURES)[number];
