import "server-only";
import { ZodError } from "zod";
import type { Actor } from "@/lib/domain/access/actor";
import { numberAgrees } from "@/lib/domain/matching/score";
import type { MatchDecision, MatchModel } from "@/lib/domain/matching/vocabulary";
import { type AppliedRule, BULK_RULES, bulkRefusal } from "@/lib/domain/tasks/bulk-rules";
import type { FieldSources, FieldValues } from "@/lib/domain/tasks/field-policy";
import { step } from "@/lib/domain/tasks/flow";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { compareIds } from "@/lib/server/matching/compare-again";
import type { IdentityChange } from "@/lib/server/records/writes";
import { changesOf } from "../correct";
import { subjectOf } from "../facts";
import type { TaskRow } from "../task-row";
import { confirmedOf } from "../verify";
import { type PairRow, readPairs } from "./rows";

export interface Judging {
  applied: AppliedRule;
  actor: Actor;
  model: MatchModel;
}

/** One task under a rule: what the rule would do to it, or why it is left out. */
export interface JudgedRow {
  task: TaskRow;
  pair: PairRow | null;
  decision: MatchDecision | null;
  /** a code below `clusters.refused`; null where the rule may be applied */
  refusal: string | null;
  changes: IdentityChange[];
  /** what police would confirm */
  confirmed: FieldValues | null;
}

/** The event by which each force sends a task on. */
const EVENTS = { health: "submit", police: "confirm" } as const;

function flowRefusal(task: TaskRow, { applied, actor }: Judging): string | null {
  const { force } = BULK_RULES[applied.rule];
  const next = step(subjectOf(task, { actor, now: new Date() }), EVENTS[force], force);
  return next.ok ? null : next.reason;
}

/** The field's value is chosen exactly as an officer would choose it on the screen. */
function choose(row: JudgedRow, sides: FieldSources, of: Judging): JudgedRow {
  const { rule, field } = of.applied;
  const choices = { [field]: { choice: BULK_RULES[rule].takes } };
  if (BULK_RULES[rule].force === "police") {
    return { ...row, confirmed: confirmedOf(sides, choices) };
  }
  const changes = changesOf(row.task, sides, { choices, actor: of.actor });
  const idle = BULK_RULES[rule].takes === "registry" && changes.length === 0;
  return idle ? { ...row, refusal: "otherDifference" } : { ...row, changes };
}

/** The same refusals that a single command would give, as a reason instead of an end to all. */
function chosen(row: JudgedRow, sides: FieldSources, of: Judging): JudgedRow {
  try {
    return choose(row, sides, of);
  } catch (error) {
    if (error instanceof ZodError) return { ...row, refusal: "invalidValue" };
    if (error instanceof AppError && error.code === "RULE") {
      return { ...row, refusal: error.reason ?? "invalidValue" };
    }
    throw error;
  }
}

type Known = Pick<JudgedRow, "task" | "pair" | "decision">;

function judge({ task, pair, decision }: Known, of: Judging): JudgedRow {
  const row = { task, pair, decision, refusal: null, changes: [], confirmed: null };
  const stopped = flowRefusal(task, of);
  if (stopped) return { ...row, refusal: stopped };
  const [first] = decision?.candidates ?? [];
  if (!pair || !decision || !first) return { ...row, refusal: "noCandidate" };
  const { personId, rejected, current, registry } = pair;
  const standing = { decision, personId, rejected, confirmed: task.confirmed !== null };
  const refusal = bulkRefusal(standing, of.applied, of.model);
  if (refusal) return { ...row, refusal };
  return chosen(row, { current, registry, sameNumber: numberAgrees(first) }, of);
}

/**
 * Judges tasks under a rule, each compared anew with the registry as it is now: nothing that was
 * stored before is taken for granted. In the order of the tasks; nothing is written.
 */
export async function judgeRows(sql: Sql, tasks: TaskRow[], of: Judging): Promise<JudgedRow[]> {
  if (tasks.length === 0) return [];
  const ids = tasks.map((task) => task.record_id);
  const compared = await compareIds(sql, ids, { id: null, model: of.model });
  const decisions = new Map(compared.map(({ record, decision }) => [record.id, decision]));
  const pairs = await readPairs(sql, ids);
  return tasks.map((task) =>
    judge(
      {
        task,
        pair: pairs.get(task.record_id) ?? null,
        decision: decisions.get(task.record_id) ?? null,
      },
      of,
    ),
  );
}
