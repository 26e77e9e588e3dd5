"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { readDecimal } from "@/components/forms/exact-number";
import type { ActionResult } from "@/components/forms/result";
import { IDENTITY_FIELDS } from "@/lib/domain/matching/vocabulary";
import { type Answer, answerOf } from "@/lib/i18n/refusal";
import { getTranslator } from "@/lib/i18n/server";
import { approveModel, rejectModel } from "@/lib/server/matching/model-approve";
import { proposeModel, proposeModelFile, replayModel } from "@/lib/server/matching/model-commands";
import { refineFromDecisions } from "@/lib/server/matching/model-refine";
import { rejectReports, upholdReports } from "@/lib/server/tasks/report-decide";

type State = ActionResult | null;

const text = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

/** Every level on the form: its names are weight.<field>.<level> and harmless.<field>.<level>. */
function levelsOf(form: FormData) {
  return [...form.keys()].flatMap((key) => {
    const [kind, field, ...rest] = key.split(".");
    const known = IDENTITY_FIELDS.find((one) => one === field);
    if (kind !== "weight" || !known) return [];
    const level = rest.join(".");
    const harmless = text(form, `harmless.${field}.${level}`);
    return [{ field: known, level, weight: readDecimal(text(form, key)), harmless }];
  });
}

function versionHref(version: string): string {
  return `/matching/rules/versions/${encodeURIComponent(version)}`;
}

/** The door names "levels.<index>.weight"; the form has a field of each level's own name. */
function named(answer: Answer<unknown>, levels: ReturnType<typeof levelsOf>): Answer<unknown> {
  if (answer.ok || !answer.fields) return answer;
  const fields = Object.entries(answer.fields).map(([name, message]) => {
    const [, index, part] = /^levels\.(\d+)\.(\w+)$/.exec(name) ?? [];
    const level = levels[Number(index)];
    return [level ? `${part}.${level.field}.${level.level}` : name, message];
  });
  return { ...answer, fields: Object.fromEntries(fields) };
}

export async function propose(_: State, form: FormData): Promise<ActionResult> {
  const levels = levelsOf(form);
  const result = await proposeModel({
    base: text(form, "base"),
    note: text(form, "note"),
    acceptScore: readDecimal(text(form, "acceptScore")),
    acceptMargin: readDecimal(text(form, "acceptMargin")),
    levels,
  });
  if (!result.ok) return named(await answerOf(result), levels);
  return redirect(versionHref(result.data.version));
}

export async function proposeFile(_: State, form: FormData): Promise<ActionResult> {
  const file = form.get("file");
  const content = file instanceof File ? await file.text() : "";
  const result = await proposeModelFile({ note: text(form, "note"), text: content });
  if (!result.ok) return answerOf(result);
  return redirect(versionHref(result.data.version));
}

export async function refine(_: State, form: FormData): Promise<ActionResult> {
  const result = await refineFromDecisions({ note: text(form, "note") });
  if (!result.ok) return answerOf(result);
  return redirect(versionHref(result.data.version));
}

export async function replay(_: State, form: FormData): Promise<ActionResult> {
  const version = text(form, "version");
  const result = await replayModel({ version });
  revalidatePath(versionHref(version));
  return answerOf(result);
}

export async function approve(_: State, form: FormData): Promise<ActionResult> {
  const t = await getTranslator("rules.approve");
  const version = text(form, "version");
  const seen = form.get("seen") === "on";
  const result = await approveModel({ version, seen, note: text(form, "note") });
  revalidatePath(versionHref(version));
  return answerOf(result, result.ok ? t("approved", { version }) : undefined);
}

export async function reject(_: State, form: FormData): Promise<ActionResult> {
  const t = await getTranslator("rules.approve");
  const version = text(form, "version");
  const result = await rejectModel({ version, note: text(form, "note") });
  revalidatePath(versionHref(version));
  return answerOf(result, result.ok ? t("rejected", { version }) : undefined);
}

/** Which reports are meant; an empty text stands for "none". */
function groupOf(form: FormData) {
  return {
    field: text(form, "field") || null,
    level: text(form, "level") || null,
    expected: text(form, "expected"),
    note: text(form, "note"),
  };
}

export async function uphold(_: State, form: FormData): Promise<ActionResult> {
  const t = await getTranslator("rules.reports");
  const result = await upholdReports(groupOf(form));
  revalidatePath("/matching/rules/reports");
  return answerOf(result, result.ok ? t("upheld", result.data) : undefined);
}

export async function rejectGroup(_: State, form: FormData): Promise<ActionResult> {
  const t = await getTranslator("rules.reports");
  const result = await rejectReports(groupOf(form));
  revalidatePath("/matching/rules/reports");
  return answerOf(result, result.ok ? t("rejected", result.data) : undefined);
}
