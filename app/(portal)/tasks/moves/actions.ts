"use server";

import { goOn, stayOn } from "@/app/(portal)/tasks/_components/go-on";
import type { ActionResult } from "@/components/forms/result";
import { readDay } from "@/lib/domain/tasks/worksheet/day";
import { answerOf } from "@/lib/i18n/refusal";
import { directTask } from "@/lib/server/tasks/direct";
import { holdTask, resumeTask } from "@/lib/server/tasks/hold";
import { reportRegistryError } from "@/lib/server/tasks/registry-error";
import { reopenTask } from "@/lib/server/tasks/reopen";
import { askTransfer, recallTransfer } from "@/lib/server/tasks/transfer";
import { acceptTransfer, refuseTransfer } from "@/lib/server/tasks/transfer-answer";
import { typeReading } from "@/lib/server/tasks/type-reading";
import { withdrawTask } from "@/lib/server/tasks/withdraw";

type State = ActionResult | null;
type Answered = Promise<ActionResult>;

/** Everything of a form under its own names. */
const inputOf = (form: FormData) => Object.fromEntries(form.entries());

export async function hold(_: State, form: FormData): Answered {
  const asked = readDay(String(form.get("until") ?? ""));
  const result = await holdTask({ ...inputOf(form), until: asked });
  if (!result.ok) return answerOf(result);
  const { until: on, version } = result.data;
  // A day off was chosen: which day it is instead is said.
  return goOn(form, { said: on === asked ? "waiting" : "waitingLater", on, version });
}

export async function resume(_: State, form: FormData): Answered {
  const result = await resumeTask(inputOf(form));
  if (!result.ok) return answerOf(result);
  return stayOn(form, { said: "resumed", version: result.data.version });
}

export async function reopen(_: State, form: FormData): Answered {
  const result = await reopenTask(inputOf(form));
  if (!result.ok) return answerOf(result);
  return stayOn(form, { said: "reopened", version: result.data.version });
}

export async function withdraw(_: State, form: FormData): Answered {
  const result = await withdrawTask(inputOf(form));
  if (!result.ok) return answerOf(result);
  return stayOn(form, { said: "withdrawn", version: result.data.version });
}

export async function direct(_: State, form: FormData): Answered {
  const result = await directTask(inputOf(form));
  if (!result.ok) return answerOf(result);
  return stayOn(form, { said: "directed", version: result.data.version }, "/tasks/escalated");
}

export async function askFor(_: State, form: FormData): Answered {
  const result = await askTransfer(inputOf(form));
  if (!result.ok) return answerOf(result);
  const done = { said: "transferring", version: result.data.version };
  // A coordinator works through no list of tasks.
  if (form.get("stay")) return stayOn(form, done);
  return goOn(form, done);
}

export async function recall(_: State, form: FormData): Answered {
  const result = await recallTransfer(inputOf(form));
  if (!result.ok) return answerOf(result);
  return stayOn(form, { said: "recalled", version: result.data.version });
}

export async function accept(_: State, form: FormData): Answered {
  const result = await acceptTransfer(inputOf(form));
  if (!result.ok) return answerOf(result);
  form.set("taskId", result.data.taskId);
  return stayOn(form, { said: "accepted", version: result.data.version }, "/tasks/transfers");
}

export async function refuse(_: State, form: FormData): Answered {
  const result = await refuseTransfer(inputOf(form));
  if (!result.ok) return answerOf(result);
  form.set("taskId", result.data.taskId);
  return stayOn(form, { said: "refused", version: result.data.version }, "/tasks/transfers");
}

/** What was typed under `right.` or `said.`, by field. */
function valuesOf(form: FormData, group: string): Record<string, string> {
  const names = [...form.keys()].filter((name) => name.startsWith(`${group}.`));
  return Object.fromEntries(
    names.map((name) => [name.slice(group.length + 1), String(form.get(name))]),
  );
}

/** Says of each field of the group what is wrong with it. */
function grouped(answer: ActionResult, group: string): ActionResult {
  if (answer.ok || !answer.fields) return answer;
  const named = Object.entries(answer.fields).map(([name, message]) => [
    name === "comment" || name.startsWith(group) ? name : `${group}.${name}`,
    message,
  ]);
  return { ...answer, fields: Object.fromEntries(named) };
}

export async function reportRegistry(_: State, form: FormData): Answered {
  const right = valuesOf(form, "right");
  const result = await reportRegistryError({ ...inputOf(form), right });
  if (!result.ok) return grouped(await answerOf(result), "right");
  return goOn(form, { said: "registry", version: result.data.version });
}

export async function typeIn(_: State, form: FormData): Answered {
  const personId = form.get("personId") || null;
  const said = valuesOf(form, "said");
  const result = await typeReading({ ...inputOf(form), personId, said });
  if (!result.ok) return grouped(await answerOf(result), "said");
  return stayOn(form, { said: "reading" });
}
