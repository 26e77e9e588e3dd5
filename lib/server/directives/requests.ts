import "server-only";
import { randomBytes } from "node:crypto";
import { z } from "zod";
import { dueAt, MOST_WORDS, REQUEST_KINDS } from "@/lib/domain/directives/request";
import { codeFrom, DRAWN } from "@/lib/domain/directives/request-code";
import { command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError, found } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { ANSWER, ANSWERED_BY, GET_REQUEST, INSERT_REQUEST, LINK } from "./sql";

export interface RequestRow {
  id: string;
  code: string;
  kind: string;
  words: string;
  record_id: string | null;
  answered_at: Date | null;
  version: number;
}

/** Every command on a request names the version that its officer saw. */
export const RequestVersion = z.object({
  requestId: z.uuid(),
  version: z.coerce.number().int().min(1),
});

async function answeredAlready(sql: Sql, requestId: string): Promise<AppError> {
  const [row] = await sql<{ full_name: string | null }>(ANSWERED_BY, [requestId]);
  if (!row) return new AppError("CONFLICT", "race");
  return new AppError("CONFLICT", "alreadyAnswered", { name: row.full_name ?? "" });
}

/** The request as the officer saw it and still unanswered, locked; throws CONFLICT otherwise. */
export async function getOpenRequest(
  sql: Sql,
  of: { requestId: string; version: number },
): Promise<RequestRow> {
  const request = found((await sql<RequestRow>(GET_REQUEST, [of.requestId]))[0]);
  if (request.answered_at) throw await answeredAlready(sql, request.id);
  if (request.version !== of.version) throw new AppError("CONFLICT", "race");
  return request;
}

const PHONE = /^\+?[\d .-]{9,18}$/;

/** What somebody says at the station is wrong; the code that they take home tells them how far it is. */
export const enterRequest = command({
  name: "request.enter",
  permission: "request:enter",
  input: z.object({
    fullName: z.string().trim().min(1, "nameMissing").max(200),
    phone: z.union([z.literal(""), z.string().trim().regex(PHONE, "phoneShape")]).default(""),
    kind: z.enum(REQUEST_KINDS, "requestKind"),
    words: z.string().trim().min(3, "requestWords").max(MOST_WORDS),
    papersSeen: z.literal("on", "papersSeen"),
  }),
  async run({ sql, actor, now }, input) {
    const id = newId();
    const code = codeFrom(randomBytes(DRAWN));
    await sql(INSERT_REQUEST, [
      id,
      code,
      actor.unitId,
      actor.unitPath,
      input.kind,
      input.words,
      input.fullName,
      input.phone || null,
      true,
      actor.officerId,
      now,
      dueAt(now),
    ]);
    return {
      data: { requestId: id, code },
      audit: { entity: "request", entityId: id, detail: { kind: input.kind } },
    };
  },
});

/** The record that a request is about; linked anew, the former link is gone. */
export const linkRequest = command({
  name: "request.link",
  permission: "request:answer",
  input: RequestVersion.extend({ recordId: z.uuid() }),
  async run({ sql }, input) {
    const request = await getOpenRequest(sql, input);
    found((await sql("select id from record where id = $1", [input.recordId]))[0]);
    await sql(LINK, [request.id, input.recordId, request.version]);
    return {
      data: { requestId: request.id },
      audit: { entity: "request", entityId: request.id, detail: { recordId: input.recordId } },
    };
  },
});

/** Says in words what came of it, and ends the request. */
export const answerRequest = command({
  name: "request.answer",
  permission: "request:answer",
  input: RequestVersion.extend({
    answer: z.string().trim().min(3, "commentNeeded").max(MOST_WORDS),
  }),
  async run({ sql, actor, now }, input) {
    const request = await getOpenRequest(sql, input);
    const { version } = request;
    await sql(ANSWER, [request.id, input.answer, actor.officerId, version, now]);
    return {
      data: { requestId: request.id },
      audit: { entity: "request", entityId: request.id },
    };
  },
});
