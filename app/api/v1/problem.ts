import type { Refusal } from "@/lib/domain/access/error-code";
import { answerOf } from "@/lib/i18n/refusal";
import { STATUS_OF } from "@/lib/server/core/status";

export const PROBLEM_TYPE = "application/problem+json";
const NO_STORE = { "cache-control": "no-store" };

const STALE: readonly unknown[] = ["changed", "visitChanged", "visitOvertaken"];

/** `If-Match` named a version that is no longer the one in the portal. */
function statusOf({ code, reason }: Refusal): number {
  return code === "CONFLICT" && STALE.includes(reason) ? 412 : STATUS_OF[code];
}

/** A refusal as programs get it: RFC 9457, with the code that the pages know too. */
export async function problemOf(refusal: Refusal, status = statusOf(refusal)): Promise<Response> {
  const answer = await answerOf({ ok: false, error: refusal });
  const { code, reason } = refusal;
  const body = {
    type: `/api/v1/openapi.json#/components/x-problems/${code}`,
    title: answer.ok ? code : answer.message,
    status,
    code,
    reason,
    fields: answer.ok ? undefined : answer.fields,
  };
  return Response.json(body, { status, headers: { ...NO_STORE, "content-type": PROBLEM_TYPE } });
}

/** What a command answered; with the version that it left as the entity's tag. */
export function answerWith(data: unknown): Response {
  const version = (data as { version?: unknown } | null)?.version;
  const headers = new Headers(NO_STORE);
  if (typeof version === "number") headers.set("etag", `"${version}"`);
  return Response.json(data, { headers });
}
