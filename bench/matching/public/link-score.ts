import { type Answer, isAccepted } from "../answers";

/** Links made, and what they are worth; shares 0..1. Every record has one true link. */
export interface LinkScore {
  links: number | null;
  /** Null without a link. */
  precision: number | null;
  recall: number;
  f1: number;
}

/** Which answers count as a link to their `personId`. */
export type IsLink = (answer: Answer) => boolean;

export const isProposed: IsLink = (answer) =>
  isAccepted(answer) || (answer.outcome === "review" && answer.personId !== "");

/** The person who is shown first, even where the record is told to disagree with them. */
export const isNamed: IsLink = ({ personId }) => personId !== "";

export function isProposedFrom(score: number): IsLink {
  return (answer) => isAccepted(answer) || (isProposed(answer) && answer.score >= score);
}

export function scoreLinks(answers: Iterable<Answer>, isLink: IsLink): LinkScore {
  const counts = { records: 0, links: 0, right: 0 };
  for (const answer of answers) {
    counts.records++;
    if (!isLink(answer)) continue;
    counts.links++;
    if (answer.personId === answer.trueId) counts.right++;
  }
  const { records, links, right } = counts;
  const recall = right / records;
  const precision = links === 0 ? null : right / links;
  return { links, precision, recall, f1: f1Of(precision ?? 0, recall) };
}

export function f1Of(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}
