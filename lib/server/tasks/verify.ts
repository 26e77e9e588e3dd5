import "server-only";
import { z } from "zod";
import { forceOf } from "@/lib/domain/access/actor";
import { resolveChoices } from "@/lib/domain/tasks/choice";
import {
  changedFields,
  type FieldSources,
  type FieldValues,
  IDENTITY_FIELDS,
} from "@/lib/domain/tasks/field-policy";
import { compareOne } from "@/lib/server/matching/run";
import { TaskChoices, TaskComment, TaskVersion } from "./inputs";
import { moveTask } from "./move";
import { requireValid } from "./require-valid";
import { readSides } from "./sides";
import { standing, stepCommand } from "./step-command";
import { getTaskFor } from "./task-row";

/** The identity that police's choices add up to: what they did not choose is as the record has it. */
export function confirmedOf(
  { current, registry }: FieldSources,
  choices: Parameters<typeof resolveChoices>[0],
): FieldValues {
  const chosen = resolveChoices(choices, { record: current, other: registry });
  const confirmed: FieldValues = Object.fromEntries(
    IDENTITY_FIELDS.map((field) => [field, chosen[field] ?? current[field] ?? null]),
  );
  // What stays as it is was not typed by anyone here; only new values have to stand.
  const changed = changedFields(current, confirmed);
  requireValid(Object.fromEntries(changed.map((field) => [field, confirmed[field] ?? null])));
  return confirmed;
}

/** Police say who the person is, field by field; the record itself is changed by health. */
export const confirmTask = stepCommand({
  name: "task.confirm",
  permission: "task:verify",
  input: TaskChoices,
  async run({ sql, actor }, input) {
    const task = await getTaskFor(sql, actor, input);
    const personId = input.personId ?? null;
    const sides = await readSides(sql, task, personId);
    const moved = await moveTask(sql, task, {
      event: "confirm",
      by: "police",
      actor,
      confirmed: { fields: confirmedOf(sides, input.choices), personId },
    });
    return {
      data: standing(moved),
      audit: { entity: "task", entityId: task.id, detail: { from: task.state, to: moved.state } },
    };
  },
});

// With what both were when it was said, as hashes: it holds until a name, date, sex or number changes.
const REJECT = `
  insert into not_a_match (record_id, person_id, by_id, record_key, person_key)
  select r.id, p.id, $3, r.match_key, p.match_key from record r, person p where r.id = $1 and p.id = $2
  on conflict (record_id, person_id) do update set by_id = excluded.by_id, at = now(),
    record_key = excluded.record_key, person_key = excluded.person_key`;

/**
 * "Not the same person": remembered, and not proposed again while both stay what they are. The
 * record is compared anew at once.
 */
export const rejectCandidate = stepCommand({
  name: "task.rejectCandidate",
  permission: "task:verify",
  input: TaskVersion.extend({ personId: z.uuid() }),
  async run({ sql, actor }, input) {
    const task = await getTaskFor(sql, actor, input);
    await readSides(sql, task, input.personId);
    await sql(REJECT, [task.record_id, input.personId, actor.officerId]);
    const moved = await moveTask(sql, task, { event: "rejectCandidate", by: "police", actor });
    await compareOne(sql, task.record_id, null);
    return {
      data: standing(moved),
      audit: { entity: "task", entityId: task.id, detail: { event: "rejectCandidate" } },
    };
  },
});

/** What was found on the ground, before police look. */
export const surveyTask = stepCommand({
  name: "task.survey",
  permission: "task:claim",
  input: TaskComment,
  async run({ sql, actor }, input) {
    const task = await getTaskFor(sql, actor, input);
    const by = forceOf(actor) ?? "system";
    const moved = await moveTask(sql, task, { event: "survey", by, actor, comment: input.comment });
    return {
      data: standing(moved),
      audit: { entity: "task", entityId: task.id, detail: { from: task.state, to: moved.state } },
    };
  },
});
