"use server";

import type { Refusal } from "@/lib/domain/access/error-code";
import { INVITE_HOURS } from "@/lib/domain/officers/new-officer";
import {
  type ListColumn,
  type ListedOfficer,
  readOfficerList,
} from "@/lib/domain/officers/officer-list";
import { type Answer, answerOf } from "@/lib/i18n/refusal";
import { getTranslator } from "@/lib/i18n/server";
import { inviteLink } from "@/lib/server/access/invite-link";
import { createOfficers } from "@/lib/server/officers/commands";
import { readCells, readTextFile } from "@/lib/server/officers/read-text";

export interface MadeLine {
  username: string;
  fullName: string;
  unitName: string;
  link: string;
}

/** What was pasted comes back with a refusal, for a browser without script. */
type State =
  | (Answer<{ made: MadeLine[]; hours: number }> & { lines?: string[]; typed?: string })
  | null;

export async function createFromList(_: State, form: FormData): Promise<State> {
  const t = await getTranslator("officers.list");
  const typed = String(form.get("list") ?? "");
  const file = form.get("file");
  const text = file instanceof File && file.size > 0 ? await readTextFile(file) : typed;
  if (text === null) return refused("file", t("notText"), typed);
  const list = readOfficerList(readCells(text));
  if (!list.ok) {
    if (list.code === "listEmpty")
      return refused("list", (await getTranslator("errors.field"))("listEmpty"), typed);
    const columns = list.columns.map((column) => t(`column.${column}`)).join(", ");
    return refused("list", t("columnsMissing", { columns }), typed);
  }
  const result = await createOfficers({ lines: list.lines });
  if (!result.ok) return refusedLines(result.error, list.lines, typed);
  const made = result.data.map(({ token, username, fullName, unitName }) => ({
    username,
    fullName,
    unitName,
    link: inviteLink(token),
  }));
  return { ok: true, data: { made, hours: INVITE_HOURS } };
}

function refused(field: string, message: string, typed: string): State {
  return { ok: false, code: "INVALID", message, fields: { [field]: message }, typed };
}

const LINE_FIELD = /^lines\.(\d+)\.(\w+)$/;

/** The door names "lines.<index>.<column>"; people look for the line and the heading. */
async function refusedLines(error: Refusal, lines: ListedOfficer[], typed: string): Promise<State> {
  const answer = await answerOf({ ok: false, error });
  if (answer.ok) return null;
  const t = await getTranslator("officers.list");
  const cells = Object.entries(answer.fields ?? {}).flatMap(([field, problem]) => {
    const [, index, column] = LINE_FIELD.exec(field) ?? [];
    const line = lines[Number(index)]?.line;
    if (line === undefined) return [];
    return {
      line,
      text: t("line", { line, column: t(`column.${column as ListColumn}`), problem }),
    };
  });
  if (cells.length === 0) return { ...answer, typed };
  const message = t("refused", { count: cells.length });
  const said = cells.sort((a, b) => a.line - b.line).map(({ text }) => text);
  return { ok: false, code: answer.code, message, lines: said, typed };
}
