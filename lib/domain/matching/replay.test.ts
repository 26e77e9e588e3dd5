import { expect, test } from "vitest";
import { type Accepted, type HumanDecision, type ReplayVerdict, replayVerdict } from "./replay";

const refused: Accepted = { outcome: "review", personId: null };
const takes = (personId: string): Accepted => ({ outcome: "matched", personId });
const nobody: HumanDecision = { personId: null, rejected: [] };
const people = (personId: string | null, ...rejected: string[]) => ({ personId, rejected });

interface Case {
  before: Accepted;
  after: Accepted;
  decided: HumanDecision;
  verdict: ReplayVerdict;
}
const row = (before: Accepted, after: Accepted, decided: HumanDecision) => ({
  is: (verdict: ReplayVerdict): Case => ({ before, after, decided, verdict }),
});
const unmatched: Accepted = { outcome: "unmatched", personId: null };

test.each<[string, Case]>([
  ["what people chose", row(refused, takes("a"), people("a")).is("gained")],
  ["an open record that nobody has looked at", row(refused, takes("a"), nobody).is("released")],
  ["somebody else than people chose", row(refused, takes("b"), people("a")).is("contradicted")],
  ["whom people rejected", row(refused, takes("b"), people(null, "b")).is("contradicted")],
  [
    "the one left after people rejected another",
    row(refused, takes("a"), people(null, "b")).is("released"),
  ],
  ["somebody else than before", row(takes("a"), takes("b"), nobody).is("contradicted")],
  ["the same as before", row(takes("a"), takes("a"), nobody).is("unchanged")],
  ["the same wrong one as before", row(takes("b"), takes("b"), people("a")).is("contradicted")],
  ["nobody any more", row(takes("a"), refused, people("a")).is("stricter")],
  ["nobody, as before", row(refused, unmatched, people("a")).is("unchanged")],
])("a model that accepts %s", (_, { before, after, decided, verdict }) => {
  expect(replayVerdict({ before, after }, decided)).toBe(verdict);
});
