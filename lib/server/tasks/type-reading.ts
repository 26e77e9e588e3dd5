import "server-only";
import { z } from "zod";
import { parseBirthDate } from "@/lib/domain/records/partial-date";
import { type FieldValues, IDENTITY_FIELDS } from "@/lib/domain/tasks/field-policy";
import { type CommandContext, command } from "@/lib/server/core/command";
import { AppError } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { portalGateway } from "@/lib/server/matching/gateway/portal-gateway";
import { compareOne } from "@/lib/server/matching/run";
import { TaskVersion } from "./inputs";
import { rematchWithReading } from "./new-reading";
import { RightValues, writtenValues } from "./registry-error";
import { requireValid } from "./require-valid";
import { readSides } from "./sides";
import { getTaskFor, type TaskRow } from "./task-row";

/** As a person of the registry is stored: the day as a day, with how exactly it is known. */
function personOf(values: FieldValues) {
  const birth = values.birthDate ? parseBirthDate(values.birthDate) : null;
  const date = birth?.ok ? birth.value : null;
  return {
    full_name: values.fullName,
    birth_date: date?.value ?? null,
    birth_precision: date?.precision ?? null,
    sex: values.sex ?? null,
    id_number: values.idNumber ?? null,
  };
}

const INSERT = `
  insert into registry_reading (id, record_id, source, answers, person, person_id, by_id)
  values ($1, $2, 'police', '[]', $3, $4, $5)`;

const LOOKED_UP = `
  insert into registry_access (officer_id, record_id, kind, fields, purpose)
  values ($1, $2, 'typed', $3, 'task')`;

/** Beside the record it stands as the registry's; a task that waited for it is compared at once. */
async function compareWith({ sql, actor }: CommandContext, task: TaskRow): Promise<TaskRow> {
  if (task.state === "waiting") return rematchWithReading(sql, task, actor);
  await compareOne(sql, task.record_id, null);
  return task;
}

function refuseState({ state, wait_reason: reason, unread_return: unread }: TaskRow): void {
  if (unread) throw new AppError("RULE", "read");
  const waits = state === "waiting" && reason === "registry";
  if (state !== "verifying" && !waits) throw new AppError("RULE", "wrongState");
}

/**
 * What police have looked up on their own machine, typed in by hand: treated as the registry's data
 * of that person (or of somebody whom the snapshot lacks), beside this record and no other.
 */
export const typeReading = command({
  name: "task.typeReading",
  permission: "task:verify",
  input: TaskVersion.extend({ personId: z.uuid().nullish(), said: RightValues }),
  async run(ctx, { personId = null, said, ...of }) {
    const { sql, actor } = ctx;
    if (portalGateway()) throw new AppError("RULE", "readingByGateway");
    const task = await getTaskFor(sql, actor, of);
    refuseState(task);
    // Only somebody whom the officer has on the screen: anybody else's data stays what it is.
    if (personId) await readSides(sql, task, personId);
    const values = { fullName: null, ...writtenValues(said) };
    requireValid(values);
    const person = JSON.stringify(personOf(values));
    await sql(INSERT, [newId(), task.record_id, person, personId, actor.officerId]);
    const fields = IDENTITY_FIELDS.filter((field) => values[field]);
    await sql(LOOKED_UP, [actor.officerId, task.record_id, fields]);
    const now = await compareWith(ctx, task);
    return {
      data: { taskId: task.id, state: now.state, version: now.version },
      audit: { entity: "task", entityId: task.id, detail: { fields, to: now.state } },
    };
  },
});
