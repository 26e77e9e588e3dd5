import { reachingFetch } from "./connection";
import type { Vault } from "./vault";
import { keepSent, readVisits, type Visit } from "./visits";

/** How a round of sending ended: through, no portal, nobody signed in, or the portal asks for patience. */
export type RoundEnd = "done" | "unreached" | "signedOut" | "later";

export interface Round {
  end: RoundEnd;
  sent: number;
  refused: number;
}

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

type Ask = (url: string, init: RequestInit) => Promise<Response>;

/** Null: what answered was not the portal, such as the page where a hotel's network wants a click. */
async function readAnswer(response: Response): Promise<Answer | null> {
  if (!/\bjson\b/.test(response.headers.get("content-type") ?? "")) return null;
  const body: unknown = await response.json().catch(() => null);
  if (typeof body !== "object" || body === null) return null;
  return { status: response.status, body: body as Record<string, unknown> };
}

async function post(ask: Ask, of: { officerId: string; id: string; visit: Visit }) {
  const { officerId, id, visit } = of;
  const response = await ask(`/api/v1/tasks/${visit.taskId}/visit`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "if-match": visit.version === null ? "*" : `"${visit.version}"`,
      "idempotency-key": id,
    },
    body: JSON.stringify({ visitId: id, officerId, result: visit.result }),
    redirect: "error",
  });
  return readAnswer(response);
}

function endOf(status: number): RoundEnd | null {
  if (status === 401) return "signedOut";
  return status === 429 || status >= 500 ? "later" : null;
}

const texts = (fields: unknown): string[] =>
  typeof fields === "object" && fields !== null ? Object.values(fields).map(String) : [];

async function settle(vault: Vault, row: { id: string; value: Visit }, answer: Answer) {
  const { id, value } = row;
  const { status, body } = answer;
  if (status === 200) {
    const { kind } = value.result;
    await keepSent(vault, value.taskId, { kind, at: value.at, missing: Number(body.missing) || 0 });
  } else {
    await vault.put("refused", id, {
      ...value,
      title: String(body.title ?? ""),
      fields: texts(body.fields),
      stale: status === 412,
    });
  }
  // Last: whatever breaks before is sent again, and counted once by its id.
  await vault.remove("outbox", id);
}

/**
 * Sends what waits, the oldest first, also what is written down meanwhile; stops where going on makes
 * no sense.
 */
export async function sendVisits(
  vault: Vault,
  officerId: string,
  ask: Ask = reachingFetch,
): Promise<Round> {
  const round = { sent: 0, refused: 0 };
  for (;;) {
    const [row] = await readVisits(vault);
    if (!row) return { ...round, end: "done" };
    const of = { officerId, id: row.id, visit: row.value };
    const answer = await post(ask, of).catch(() => null);
    if (!answer) return { ...round, end: "unreached" };
    const end = endOf(answer.status);
    if (end) return { ...round, end };
    await settle(vault, row, answer);
    if (answer.status === 200) round.sent += 1;
    else round.refused += 1;
  }
}

/** One tab at a time; the others leave it to that one. */
export async function sendAlone(vault: Vault, officerId: string): Promise<Round | null> {
  if (!navigator.locks) return sendVisits(vault, officerId);
  return navigator.locks.request("portal-outbox", { ifAvailable: true }, (lock) =>
    lock ? sendVisits(vault, officerId) : null,
  );
}
