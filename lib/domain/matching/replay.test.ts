import { expect, test } from "vitest";
import { type Accepted, type HumanDecision, type ReplayVerdict, replayVerdict } from "./replay";

const refused: Accepted = { outcome: "review", personId: null };
const takes = (personId: string): Accepted => ({ outcome: "matched", personId });
const nobody: HumanDecision = { personId: null, rejected: [] };
const people = (personId: string | null, ...rejected: string[]) => ({ personId, rejected });

test.each<[string, Accepted, Accepted, HumanDecision, ReplayVerdict]>([
  ["what people chose, and the old model did not dare", refused, takes("a"), people("a"), "gained"],
  ["an open record that nobody has looked at", refused, takes("a"), nobody, "released"],
  ["somebody else than people chose", refused, takes("b"), people("a"), "contradicted"],
  ["whom people called somebody else", refused, takes("b"), people(null, "b"), "contradicted"],
  [
    "the one left after people rejected another",
    refused,
    takes("a"),
    people(null, "b"),
    "released",
  ],
  ["somebody else than the model in use", takes("a"), takes("b"), nobody, "contradicted"],
  ["the same as the model in use", takes("a"), takes("a"), nobody, "unchanged"],
  ["the same wrong one as the model in use", takes("b"), takes("b"), people("a"), "contradicted"],
  ["nobody any more", takes("a"), refused, people("a"), "stricter"],
  [
    "nobody, as before",
    refused,
    { outcome: "unmatched", personId: null },
    people("a"),
    "unchanged",
  ],
])("a model that accepts %s", (_, before, after, decided, verdict) => {
  expect(replayVerdict({ before, after }, decided)).toBe(verdict);
});
