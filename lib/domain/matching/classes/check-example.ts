import { matchRecord } from "../decide";
import { MODEL_V1 } from "../model";
import { aPerson, aRecord } from "../people.fixture";
import { fieldOf, scoreCandidate } from "../score";
import type { MatchDecision } from "../vocabulary";
import type { ClassExample } from "./example";

/** What of an example does not hold: expected and found, in words; empty when all of it holds. */
export function checkExample(example: ClassExample): string[] {
  const record = aRecord(example.record);
  const person = aPerson(example.person);
  const others = example.others.map((given, at) => aPerson({ personId: `other${at}`, ...given }));
  const found = fieldOf(scoreCandidate(record, person, MODEL_V1), example.field);
  const decision = matchRecord(record, [person, ...others], MODEL_V1);
  return [
    differs("class", example.class, found.class),
    example.level === null ? null : differs("level", example.level, found.level),
    example.outcome === null ? null : differs("outcome", example.outcome, decision.outcome),
    wronglyAccepted(decision, example, person.personId),
  ].filter((problem) => problem !== null);
}

function differs(what: string, expected: string, found: string): string | null {
  return expected === found ? null : `${what}: expected ${expected}, found ${found}`;
}

/** Whatever is accepted must be the person of the example. */
function wronglyAccepted(
  { outcome, candidates }: MatchDecision,
  { outcome: expected }: ClassExample,
  personId: string,
): string | null {
  const accepted = outcome === "matched" || outcome === "repaired";
  if (!accepted || expected === null || candidates[0]?.personId === personId) return null;
  return `accepted ${candidates[0]?.personId ?? "nobody"}, not ${personId}`;
}
