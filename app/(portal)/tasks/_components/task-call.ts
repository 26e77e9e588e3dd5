import { reachingFetch } from "@/components/offline/connection";

/** What an address of the interface for programs answers, as a page uses it. */
export type Called<T> =
  | { ok: true; data: T }
  | { ok: false; code: string; message: string; fields?: Record<string, string> };

interface Call {
  /** `submit`, `draft`, `score` … */
  word: string;
  /** the version that was seen, where the word takes one */
  version?: number;
  /** the request is done once, however often it is sent */
  key?: string;
  body?: unknown;
  signal?: AbortSignal;
  /** sent although the page goes */
  keepalive?: boolean;
}

/** No answer came: whether it has been done is not known, and with the same key it can be asked again. */
export const NO_ANSWER = "NO_ANSWER";

function headersOf({ version, key }: Call): HeadersInit {
  return {
    "content-type": "application/json",
    ...(version === undefined ? {} : { "if-match": `"${version}"` }),
    ...(key ? { "idempotency-key": key } : {}),
  };
}

/** `POST /api/v1/tasks/{id}/{word}`, as the page's officer. */
export async function callTask<T>(taskId: string, call: Call): Promise<Called<T>> {
  const { word, body = {}, signal, keepalive } = call;
  // A request that the page itself gives up says nothing about the connection.
  const ask = signal ? fetch : reachingFetch;
  try {
    const answer = await ask(`/api/v1/tasks/${taskId}/${word}`, {
      method: "POST",
      headers: headersOf(call),
      body: JSON.stringify(body),
      signal,
      keepalive,
    });
    const said = await answer.json();
    if (answer.ok) return { ok: true, data: said as T };
    return { ok: false, code: said.code, message: said.title, fields: said.fields };
  } catch {
    return { ok: false, code: NO_ANSWER, message: "" };
  }
}
