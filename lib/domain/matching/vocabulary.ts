import type { Identity } from "@/lib/domain/records/identity";
import type { MatchRule } from "./rules";

export const OUTCOMES = [
  "matched",
  "repaired",
  "review",
  "unmatched",
  "insufficient",
  "not_applicable",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Classes of difference, mildest first: the order is the rank that picks a record's main class. */
export const DIFFERENCE_CLASSES = [
  "same",
  "format",
  "no_diacritics",
  "leading_zero",
  "old_number",
  "swapped_date",
  "partial_date",
  "abbreviated",
  "order",
  "diacritics",
  "typo",
  "regional",
  "missing",
  "different",
] as const;
export type DifferenceClass = (typeof DIFFERENCE_CLASSES)[number];

/** The four fields of the official comparison, in the order in which they are shown. */
export const IDENTITY_FIELDS = ["fullName", "birthDate", "sex", "idNumber"] as const;
export type IdentityField = (typeof IDENTITY_FIELDS)[number];

/** A record as the engine sees it. Commune and address only order candidates that are equal otherwise. */
export interface MatchSubject extends Identity {
  foreign: boolean;
  communeCode?: string | null;
  address?: string | null;
}

/** A person of the registry who shares a blocking key with the record. */
export interface Candidate extends Identity {
  personId: string;
  oldIds: string[];
  communeCode?: string | null;
  address?: string | null;
}

/**
 * One field of record and person side by side. `points` are bits (log2 m/u); `harmless` means that
 * the difference is seen through or safely repaired in the company of the other three fields.
 */
export interface FieldComparison {
  field: IdentityField;
  class: DifferenceClass;
  level: string;
  points: number;
  harmless: boolean;
}

/** `points` is the sum of the fields' points; `score` the probability (0..1) drawn from it. */
export interface ScoredCandidate {
  personId: string;
  score: number;
  points: number;
  fields: FieldComparison[];
}

/** A value that the engine corrected. Dates are yyyy-MM-dd. */
export interface Repair {
  field: IdentityField;
  from: string | null;
  to: string;
}

/** A part of the explanation: a key below `explain` in the texts of matching. Never personal data. */
export interface ExplanationPart {
  code: string;
  params: Record<string, string | number>;
}

/** What the engine says about one record. `candidates` are at most three, best first. */
export interface MatchDecision {
  outcome: Outcome;
  rule: MatchRule;
  mainClass: DifferenceClass;
  mainField: IdentityField | null;
  settlingField: IdentityField | null;
  candidates: ScoredCandidate[];
  repairs: Repair[];
  explanation: ExplanationPart[];
}

/**
 * When a level does not stand in the way of automatic acceptance: `always`; `others_agree` when the
 * number agrees (as it is or repaired) and the other two fields are harmless by themselves;
 * `number_exact` the same with the number untouched; `never`.
 */
export type Harmlessness = "always" | "others_agree" | "number_exact" | "never";

/**
 * One level of a comparison. Points = `weight` + `share` × the bits of the name (names only), both
 * log2 m/u. `repair` marks levels whose record value is replaced by the person's when accepted.
 */
export interface Level {
  class: DifferenceClass;
  weight: number;
  share?: number;
  harmless: Harmlessness;
  repair?: boolean;
}

/** Bits (−log2 of the share of people) of the words of a name; words not listed take the default. */
export interface NameFrequencies {
  surnames: Readonly<Record<string, number>>;
  middles: Readonly<Record<string, number>>;
  givens: Readonly<Record<string, number>>;
  otherSurname: number;
  otherMiddle: number;
  otherGiven: number;
  /** A whole name never weighs more than this. */
  most: number;
}

export type TextRepair = "utf8" | "tcvn3" | "vni_windows" | "telex" | "vni_typing" | "viqr";

/** Their order is part of stored keys: new kinds are added at the end. */
export const BLOCKING_KINDS = [
  "number",
  "name_date",
  "name_year",
  "name_day",
  "given_date",
  "initials_date",
  "given_address",
] as const;
export type BlockingKind = (typeof BLOCKING_KINDS)[number];

/** Everything that decides an outcome, as plain data: stored with each run so that it can be replayed. */
export interface MatchModel {
  version: string;
  /** log2 odds that a candidate is the person before anything is compared. */
  prior: number;
  /** Automatic acceptance: least score, and least distance to the next candidate. */
  acceptScore: number;
  acceptMargin: number;
  /** While a difference stands that isn't harmless, the probability is multiplied by this. */
  openFactor: number;
  /** A candidate without an agreeing number is proposed from this score on. */
  proposalScore: number;
  fields: Readonly<Record<IdentityField, Readonly<Record<string, Level>>>>;
  names: NameFrequencies;
  textRepairs: readonly TextRepair[];
  blocking: readonly BlockingKind[];
}
