import "server-only";
import { type Actor, forceOf } from "@/lib/domain/access/actor";
import { maskNumber } from "@/lib/domain/records/mask";
import {
  attemptsLeft,
  type ContactKind,
  type ContactOutcome,
  mayContact,
} from "@/lib/domain/tasks/contact";
import { STATE_OWNER } from "@/lib/domain/tasks/states";
import { FOUND_FIELDS, type FoundValues } from "@/lib/domain/tasks/worksheet/result";
import { found } from "@/lib/server/core/error";
import { query } from "@/lib/server/core/query";
import { readSetting } from "@/lib/server/units/settings";
import type { Renewal } from "./renew";
import { READ_TASK } from "./sql";
import type { TaskRow } from "./task-row";

export interface ContactLine {
  id: string;
  at: Date;
  kind: ContactKind;
  outcome: ContactOutcome;
  note: string | null;
  /** yyyy-MM-dd */
  appointmentOn: string | null;
  counted: boolean;
  name: string | null;
}

// Those of an earlier task of the same record too: whoever has it now need not try in vain again.
const LINES = `
  select c.id, c.at, c.kind, c.outcome, c.note, c.appointment_on as "appointmentOn",
    c.counted and c.task_id = $2 as counted, o.full_name as name
  from contact_attempt c left join officer o on o.id = c.by_id where c.record_id = $1
  order by c.at desc, c.id desc limit 100`;

const MARKS = "select t.found, t.renewed from task t where t.id = $1";

/** Numbers are whole for police who verify, since they look the person up by them. */
function shownTo(values: FoundValues | null, actor: Actor): FoundValues | null {
  if (!values) return null;
  if (forceOf(actor) === "police") return values;
  const shown = FOUND_FIELDS.flatMap((field) => {
    const value = values[field];
    if (!value) return [];
    const masked = field === "idNumber" || field === "phone";
    return [[field, masked ? maskNumber(value) : value]];
  });
  return Object.fromEntries(shown);
}

/** Attempts to reach the person of a task, the newest first, and what came of them. */
export const getContacts = query("task:read", async ({ sql, actor }, taskId: string) => {
  const task = found((await sql<TaskRow>(READ_TASK, [taskId]))[0]);
  const [marks] = await sql<{ found: FoundValues | null; renewed: Renewal | null }>(MARKS, [
    taskId,
  ]);
  const needed = await readSetting(sql, "attemptsNeeded");
  return {
    lines: await sql<ContactLine>(LINES, [task.record_id, taskId]),
    attempts: task.attempts,
    needed,
    left: attemptsLeft(task.attempts, needed),
    mayRecord: mayContact({ state: task.state, resumeTo: task.resume_to }, forceOf(actor)),
    // A station that helps a hamlet team out writes the day down; the task stays on the team's list.
    mayHold: STATE_OWNER[task.state] === forceOf(actor) && !task.unread_return,
    found: shownTo(marks?.found ?? null, actor),
    renewed: marks?.renewed ?? null,
  };
});

export type Contacts = Awaited<ReturnType<typeof getContacts>>;
