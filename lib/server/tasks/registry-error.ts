import "server-only";
import { z } from "zod";
import { formatFieldValue } from "@/lib/domain/records/field-value";
import { type FieldValues, IDENTITY_FIELDS } from "@/lib/domain/tasks/field-policy";
import { DAYS_FOR_READING, workingDayAfter } from "@/lib/domain/tasks/hold";
import { command } from "@/lib/server/core/command";
import { AppError } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { readCalendar } from "@/lib/server/units/calendar";
import { TaskComment } from "./inputs";
import { moveTask } from "./move";
import { requireValid } from "./require-valid";
import { readSides } from "./sides";
import { getTaskFor } from "./task-row";

export const RightValues = z.partialRecord(z.enum(IDENTITY_FIELDS), z.string().trim().max(500));

/** The values that were given at all, as they are written. */
export function writtenValues(values: z.output<typeof RightValues>): FieldValues {
  const given = Object.entries(values).filter(([, value]) => value !== "");
  return Object.fromEntries(
    given.map(([field, value]) => [field, formatFieldValue(field as "fullName", value ?? null)]),
  );
}

const INSERT = `
  insert into registry_error (id, task_id, record_id, person_id, snapshot_id, fields, by_id)
  select $1, $2, $3, p.id, p.snapshot_id, $5, $6 from person p where p.id = $4 returning id`;

/**
 * The registry is wrong about a person in these fields, and this is right. The task waits for a newer
 * reading of that person; after ten working days police are asked again.
 */
export const reportRegistryError = command({
  name: "task.registryError",
  permission: "task:verify",
  input: TaskComment.extend({ personId: z.uuid("personNeeded"), right: RightValues }),
  async run({ sql, actor, now }, { personId, right, comment, ...of }) {
    const task = await getTaskFor(sql, actor, of);
    const { registry = {} } = await readSides(sql, task, personId);
    const values = writtenValues(right);
    requireValid(values);
    const wrong = IDENTITY_FIELDS.filter(
      (field) => values[field] !== undefined && values[field] !== registry[field],
    );
    if (wrong.length === 0) throw new AppError("RULE", "readingSame");
    const moved = await moveTask(sql, task, {
      event: "registryError",
      by: "police",
      actor,
      comment,
      waitUntil: workingDayAfter(now, DAYS_FOR_READING, await readCalendar(sql)),
      assigneeOf: () => actor.officerId,
    });
    const fields = Object.fromEntries(wrong.map((field) => [field, values[field]]));
    const noted = await sql(INSERT, [
      newId(),
      task.id,
      task.record_id,
      personId,
      JSON.stringify(fields),
      actor.officerId,
    ]);
    // Somebody of whom only police's own reading is known comes with no snapshot.
    if (noted.length === 0) throw new AppError("RULE", "candidateGone");
    return {
      data: { taskId: task.id, state: moved.state, version: moved.version },
      audit: { entity: "task", entityId: task.id, detail: { fields: wrong } },
    };
  },
});
