import type { SettingValue } from "@/lib/domain/units/settings";

/** How certain the comparison was with which a task came about. */
export const BANDS = ["low", "middle", "high"] as const;
export type Band = (typeof BANDS)[number];

export type SamplingRules = SettingValue<"approvalSampling">;

/**
 * The band of a score (0..1). It is the score that made the task: the less certain the engine was, the
 * more of the result is the officer's own judgement. The score at the time of passing is nearly always
 * high, and could be raised by sending a correction in steps. No score at all, where there was nobody
 * to compare with, counts as the least certain.
 */
export function bandOf(score: number | null, rules: SamplingRules): Band {
  if (score === null || score < rules.lowBelow) return "low";
  return score < rules.middleBelow ? "middle" : "high";
}

/** What is known of an officer's corrections. */
export interface Standing {
  /** corrections that passed the comparison */
  passed: number;
  /** of them looked at by another officer */
  checked: number;
  /** of those sent back */
  wrong: number;
}

/** Fewer checks than this say nothing about anybody. */
export const LEAST_CHECKED = 5;

/** The share that an officer's standing asks for: more of the new ones, and of those who err often. */
export function officerShare({ passed, checked, wrong }: Standing, rules: SamplingRules): number {
  const errs = checked >= LEAST_CHECKED && wrong / checked > rules.errorsAbove;
  return Math.max(passed < rules.newUntil ? rules.newOfficer : 0, errs ? rules.oftenWrong : 0);
}

/** The share of corrections of this kind that is looked at: the larger of both. */
export function shareOf(
  of: { score: number | null; standing: Standing },
  rules: SamplingRules,
): number {
  return Math.max(rules[bandOf(of.score, rules)], officerShare(of.standing, rules));
}

/** A text turned into hexadecimal digits by a key that only the server holds (HMAC-SHA-256). */
export type Keyed = (text: string) => string;

/** As many digits as a number holds exactly. */
const DIGITS = 13;

/**
 * A number from 0 up to 1 for one passing of one task. The same task and version always draw the
 * same, so that a sample can be checked afterwards; without the key nobody can tell beforehand.
 */
export function drawOf(task: { id: string; version: number }, keyed: Keyed): number {
  const digits = keyed(`${task.id}:${task.version}`).slice(0, DIGITS);
  return Number.parseInt(digits, 16) / 16 ** DIGITS;
}

/** Whether another officer is to look at it; `share` is 0..1. */
export function isSampled(
  task: { id: string; version: number },
  share: number,
  keyed: Keyed,
): boolean {
  return drawOf(task, keyed) < share;
}
