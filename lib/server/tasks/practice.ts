import "server-only";
import { z } from "zod";
import { type Actor, forceOf } from "@/lib/domain/access/actor";
import type { Force } from "@/lib/domain/access/roles";
import { CURRENT_MODEL } from "@/lib/domain/matching/model";
import { type DifferenceClass, IDENTITY_FIELDS } from "@/lib/domain/matching/vocabulary";
import { PRACTICE_STEPS } from "@/lib/domain/tasks/practice/exercise";
import { EXERCISES } from "@/lib/domain/tasks/practice/exercises";
import { type PracticeScore, scorePractice } from "@/lib/domain/tasks/practice/judge";
import { command } from "@/lib/server/core/command";
import { AppError } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { query } from "@/lib/server/core/query";

export interface PracticeResult {
  score: number;
  total: number;
  minutes: number;
  mistakes: Partial<Record<DifferenceClass, number>>;
  finishedAt: Date;
}

const MOST_ANSWERS = 20;
const LONGEST_MINUTES = 600;

const Given = z.object({
  choice: z.enum(["registry", "record", "edit", "unknown"]).nullable(),
  value: z.string().max(200),
});
const Answer = z.object({
  step: z.enum(PRACTICE_STEPS),
  value: z.partialRecord(z.enum(IDENTITY_FIELDS), Given),
});
const Finish = z.object({
  answers: z
    .record(z.string().max(40), Answer)
    .refine((answers) => Object.keys(answers).length <= MOST_ANSWERS),
  minutes: z.number().int().min(1).max(LONGEST_MINUTES),
});

function requireForce(actor: Actor): Force {
  const force = forceOf(actor);
  if (!force) throw new AppError("FORBIDDEN");
  return force;
}

const INSERT = `
  insert into practice_result (id, officer_id, unit_path, score, total, minutes, mistakes)
  values ($1, $2, $3, $4, $5, $6, $7)`;

/** The first answers to the exercises of one's force. They are judged here, whatever the browser said. */
export const finishPractice = command({
  name: "practice.finish",
  permission: "practice:do",
  input: Finish,
  async run({ sql, actor }, { answers, minutes }) {
    const { right, total, mistakes }: PracticeScore = scorePractice(
      EXERCISES[requireForce(actor)],
      answers,
      CURRENT_MODEL,
    );
    const id = newId();
    await sql(INSERT, [
      id,
      actor.officerId,
      actor.unitPath,
      right,
      total,
      minutes,
      JSON.stringify(mistakes),
    ]);
    const detail = { score: right, total };
    return {
      data: { score: right, total, minutes, mistakes },
      audit: { entity: "practice", entityId: id, detail },
    };
  },
});

const COLUMNS = `score, total, minutes, mistakes, finished_at as "finishedAt"`;
const OWN = `
  select ${COLUMNS} from practice_result where officer_id = $1 order by finished_at desc limit 1`;

/** The officer's own latest result; null for who has not practised yet. */
export const findOwnPractice = query<void, PracticeResult | null>(
  "practice:do",
  async ({ sql, actor }) => (await sql<PracticeResult>(OWN, [actor.officerId]))[0] ?? null,
);

const LATEST = `
  select distinct on (officer_id) officer_id as "officerId", ${COLUMNS} from practice_result
  where officer_id = any($1) order by officer_id, finished_at desc`;

/** The latest results of some officers of the area; who has none is left out. */
export const listPractice = query<string[], (PracticeResult & { officerId: string })[]>(
  "officer:read",
  ({ sql }, officerIds) => sql(LATEST, [officerIds]),
);
