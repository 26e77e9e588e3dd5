import "server-only";
import { z } from "zod";
import { type Actor, forceOf } from "@/lib/domain/access/actor";
import {
  CONTACT_KINDS,
  CONTACT_OUTCOMES,
  type ContactKind,
  type ContactOutcome,
  mayComeOf,
  mayContact,
} from "@/lib/domain/tasks/contact";
import { command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError, found } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { backOn } from "./hold";
import { moveTask } from "./move";
import { getTask, getTaskFor, type TaskRow } from "./task-row";

/** Days are those of Viet Nam. */
export const TODAY = "(now() at time zone 'Asia/Ho_Chi_Minh')::date";

// A day that was given is a day of the past: noon of it, so that no clock moves it to another.
const AT = `case when $8::date is null or $8::date = ${TODAY} then now()
  else ($8::date + time '12:00') at time zone 'Asia/Ho_Chi_Minh' end`;

// The same way on the same day is one attempt, however often somebody rang.
const INSERT = `
  insert into contact_attempt (id, task_id, record_id, unit_path, by_id, kind, outcome, at, note,
    appointment_on, counted)
  select $1, $2, $3, $4, $5, $6, $7, w.at, $9, $10::date, not exists (
    select 1 from contact_attempt c where c.task_id = $2 and c.kind = $6
      and (c.at at time zone 'Asia/Ho_Chi_Minh')::date = (w.at at time zone 'Asia/Ho_Chi_Minh')::date)
  from (select ${AT} as at) w
  returning counted`;

const COUNT = `
  update task set attempts = attempts + case when $2 then 1 else 0 end where id = $1
  returning attempts`;

export interface Contact {
  /** given by a device that must not count one attempt twice; else made here */
  id?: string;
  kind: ContactKind;
  outcome: ContactOutcome;
  note?: string | null;
  /** yyyy-MM-dd; null: now */
  day?: string | null;
  /** yyyy-MM-dd */
  appointmentOn?: string | null;
}

/**
 * Writes down one attempt to reach the person of a task that the caller has locked, and gives how
 * many there are now. It is no step of the flow: neither the state nor the version changes, so that
 * it can't be lost because somebody else moved the task meanwhile.
 */
export async function writeContact(
  sql: Sql,
  task: TaskRow,
  { actor, contact }: { actor: Actor; contact: Contact },
): Promise<number> {
  const standing = { state: task.state, resumeTo: task.resume_to };
  if (!mayContact(standing, forceOf(actor))) throw new AppError("RULE", "wrongForce");
  const [made] = await sql<{ counted: boolean }>(INSERT, [
    contact.id ?? newId(),
    task.id,
    task.record_id,
    task.unit_path,
    actor.officerId,
    contact.kind,
    contact.outcome,
    contact.day ?? null,
    contact.note || null,
    contact.appointmentOn ?? null,
  ]);
  const [row] = await sql<{ attempts: number }>(COUNT, [task.id, found(made).counted]);
  return found(row).attempts;
}

/** Nobody agrees on a day of the past. */
async function requireAhead(sql: Sql, day: string): Promise<void> {
  const [row] = await sql<{ ahead: boolean }>(`select $1::date > ${TODAY} as ahead`, [day]);
  if (row?.ahead) return;
  const path = ["appointmentOn"];
  throw new z.ZodError([{ code: "custom", path, message: "appointmentPast", input: null }]);
}

const day = z.preprocess((value) => value || null, z.iso.date("dateUnreadable").nullable());

const ContactInput = z
  .object({
    taskId: z.uuid(),
    /** asked for where the task is to wait: that is a step */
    version: z.coerce.number().int().min(1),
    kind: z.enum(CONTACT_KINDS, "contactKind"),
    outcome: z.enum(CONTACT_OUTCOMES, "contactOutcome"),
    note: z.string().trim().max(500, "noteLong").default(""),
    appointmentOn: day.default(null),
    hold: z.boolean().default(false),
  })
  .refine((one) => mayComeOf(one.kind, one.outcome), {
    path: ["outcome"],
    message: "contactMismatch",
  })
  .refine((one) => !one.hold || one.appointmentOn !== null, {
    path: ["appointmentOn"],
    message: "appointmentMissing",
  });

/** Somebody was called or visited: kept with its outcome; the task may wait for the next appointment. */
export const recordContact = command({
  name: "task.recordContact",
  permission: "task:claim",
  input: ContactInput,
  async run({ sql, actor }, input) {
    const { taskId, hold, appointmentOn } = input;
    const task = await (hold ? getTaskFor(sql, actor, input) : getTask(sql, taskId));
    if (appointmentOn) await requireAhead(sql, appointmentOn);
    const attempts = await writeContact(sql, task, { actor, contact: input });
    const until = hold && appointmentOn ? await backOn(sql, appointmentOn) : null;
    if (hold) {
      const by = forceOf(actor) ?? "system";
      await moveTask(sql, task, { event: "hold", by, actor, waitUntil: until });
    }
    return {
      data: { taskId, attempts, until },
      audit: {
        entity: "task",
        entityId: taskId,
        detail: { kind: input.kind, outcome: input.outcome, attempts },
      },
    };
  },
});
