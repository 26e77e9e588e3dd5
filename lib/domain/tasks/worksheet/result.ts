import { z } from "zod";
import type { Force } from "@/lib/domain/access/roles";
import {
  attemptsLeft,
  CONTACT_KINDS,
  type ContactKind,
  type ContactOutcome,
  mayContact,
  workedState,
} from "@/lib/domain/tasks/contact";
import type { Proposable, TaskState } from "@/lib/domain/tasks/states";

/** What a team writes behind a line. */
export const RESULT_KINDS = ["found", "notHome", "moved", "deceased", "unknown"] as const;
export type ResultKind = (typeof RESULT_KINDS)[number];

/** What was found of a person, as values: dates dd/MM/yyyy, numbers as digits. */
export const FOUND_FIELDS = ["idNumber", "fullName", "birthDate", "phone"] as const;
export type FoundField = (typeof FOUND_FIELDS)[number];
export type FoundValues = Partial<Record<FoundField, string>>;

export const MOST_NOTE = 500;

/** A result as the server takes it, typed or read from a file. */
export const ResultInput = z.object({
  kind: z.enum(RESULT_KINDS, "resultMissing"),
  how: z.enum(CONTACT_KINDS).default("visit"),
  /** the day of it: yyyy-MM-dd; null: today */
  day: z.iso.date("dateUnreadable").nullable().default(null),
  values: z.partialRecord(z.enum(FOUND_FIELDS), z.string().trim().min(1).max(200)).default({}),
  note: z.string().trim().max(MOST_NOTE, "noteLong").default(""),
  /** "not enough information" is to be proposed, when the attempts are used up */
  close: z.boolean().default(false),
});
export type SheetResult = z.output<typeof ResultInput>;

const OUTCOME_OF: Record<ResultKind, ContactOutcome> = {
  found: "reached",
  notHome: "notHome",
  moved: "moved",
  deceased: "deceased",
  unknown: "unknownPerson",
};

/** Who does not open the door is not at home; who does not answer a call does not answer. */
export function contactOf({ kind, how }: { kind: ResultKind; how: ContactKind }): ContactOutcome {
  return kind === "notHome" && how === "phone" ? "noAnswer" : OUTCOME_OF[kind];
}

export interface PlanOf {
  state: TaskState;
  resumeTo: TaskState | null;
  attempts: number;
  attemptsNeeded: number;
  /** who writes the result down */
  force: Force | null;
  /** whether it counts: the same way on the same day is one attempt */
  counts: boolean;
}

export type Plan =
  | {
      ok: true;
      event: "survey" | "cannotFind" | "giveUp" | null;
      proposed: Proposable | null;
      /** attempts afterwards, and how many are missing where a closing was wanted too early */
      attempts: number;
      missing: number;
    }
  | { ok: false; reason: "changed" };

function proposedBy(result: Pick<SheetResult, "kind" | "close">): Proposable | null {
  if (result.kind === "deceased") return "deceased";
  return result.close && result.kind !== "found" ? "insufficient" : null;
}

/**
 * What a result does to its task: always one attempt to reach the person; and a step where the result
 * says enough. Closing is only proposed; somebody else approves it.
 */
export function planResult(result: Pick<SheetResult, "kind" | "close">, of: PlanOf): Plan {
  const state = workedState(of);
  if (state === "correcting" || !mayContact(of, of.force)) return { ok: false, reason: "changed" };
  const attempts = of.attempts + (of.counts ? 1 : 0);
  const done = { ok: true, attempts, missing: 0 } as const;
  if (result.kind === "found") {
    // Police go on with it themselves: they say who the person is on the task's own page.
    return { ...done, event: state === "surveying" ? "survey" : null, proposed: null };
  }
  const proposed = proposedBy(result);
  const missing = proposed === "insufficient" ? attemptsLeft(attempts, of.attemptsNeeded) : 0;
  if (!proposed || missing > 0) return { ...done, missing, event: null, proposed: null };
  return { ...done, event: state === "surveying" ? "cannotFind" : "giveUp", proposed };
}

/** What became of a line: applied, or why not. */
export const ROW_OUTCOMES = [
  "applied",
  "alreadyDone",
  "changed",
  "refused",
  "codeUnknown",
  "unreadable",
  "empty",
] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];
