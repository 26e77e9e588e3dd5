import { explain } from "./explain";
import { mainDifference } from "./main-difference";
import { rankCandidates } from "./rank-candidates";
import { listRepairs } from "./repairs";
import { numberAgrees } from "./score";
import { findSettlingField } from "./settling-field";
import { reachVerdict, type Verdict } from "./verdict";
import type {
  Candidate,
  MatchDecision,
  MatchModel,
  MatchSubject,
  ScoredCandidate,
} from "./vocabulary";

const MOST_CANDIDATES = 3;

/**
 * Decides on one record. `candidates` are the persons found by `numberKeys` and then by
 * `furtherKeys`, in any order. The same input and model give the same decision, byte for byte.
 */
export function matchRecord(
  subject: MatchSubject,
  candidates: readonly Candidate[],
  model: MatchModel,
): MatchDecision {
  const ranked = subject.foreign ? [] : rankCandidates(subject, candidates, model);
  const verdict: Verdict = subject.foreign
    ? { outcome: "not_applicable", rule: "foreigner", reference: null }
    : reachVerdict(subject, ranked, model);
  return decide({ subject, candidates, ranked, verdict }, model);
}

interface Judged {
  subject: MatchSubject;
  candidates: readonly Candidate[];
  ranked: ScoredCandidate[];
  verdict: Verdict;
}

/** Puts together what is known of a record once the verdict has been reached. */
export function decide(
  { subject, candidates, ranked, verdict }: Judged,
  model: MatchModel,
): MatchDecision {
  const shown = shownCandidates(ranked);
  const settlingField = settle(subject, verdict, { candidates: pick(candidates, shown), model });
  return {
    outcome: verdict.outcome,
    rule: verdict.rule,
    ...mainDifference(subject, verdict),
    settlingField,
    candidates: shown,
    repairs: listRepairs(subject, verdict, { candidates, model }),
    explanation: explain({ subject, verdict, settlingField, count: ranked.length }, model),
  };
}

function settle(
  subject: MatchSubject,
  verdict: Verdict,
  context: { candidates: readonly Candidate[]; model: MatchModel },
) {
  const open = verdict.outcome === "review" || verdict.outcome === "unmatched";
  return open && verdict.reference ? findSettlingField(subject, verdict.reference, context) : null;
}

/** The best three; whoever carries the number is always among them. */
function shownCandidates(ranked: ScoredCandidate[]): ScoredCandidate[] {
  const best = ranked.slice(0, MOST_CANDIDATES);
  const holder = ranked.find(numberAgrees);
  if (!holder || best.includes(holder)) return best;
  return [...best.slice(0, MOST_CANDIDATES - 1), holder];
}

function pick(candidates: readonly Candidate[], shown: ScoredCandidate[]): Candidate[] {
  const ids = new Set(shown.map((scored) => scored.personId));
  return candidates.filter((candidate) => ids.has(candidate.personId));
}
