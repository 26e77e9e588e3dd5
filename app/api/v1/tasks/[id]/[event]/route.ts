import { refusalText } from "@/lib/i18n/refusal";
import type { Command } from "@/lib/server/core/command";
import { STATUS_OF } from "@/lib/server/core/status";
import { claimApproval } from "@/lib/server/tasks/approval-claim";
import { claimTask, releaseTask } from "@/lib/server/tasks/claim";

const EVENTS: Record<string, Command<unknown>> = {
  claim: claimTask,
  claimApproval,
  release: releaseTask,
};

interface Context {
  params: Promise<{ id: string; event: string }>;
}

/** POST /api/v1/tasks/{id}/{event}: the same commands as the pages use. */
export async function POST(_request: Request, { params }: Context) {
  const { id, event } = await params;
  const command = Object.hasOwn(EVENTS, event) ? EVENTS[event] : undefined;
  if (!command) return new Response(null, { status: 404 });
  const result = await command({ taskId: id });
  const headers = { "cache-control": "no-store" };
  if (result.ok) return Response.json(result.data, { headers });
  const { code } = result.error;
  const body = { code, title: await refusalText(result.error) };
  return Response.json(body, {
    status: STATUS_OF[code],
    headers: { ...headers, "content-type": "application/problem+json" },
  });
}
