import {
  VERIFY_PATH,
  VerifyAnswer,
  type VerifyRequest,
} from "@/lib/domain/matching/gateway/protocol";
import { retryAfterMs } from "./backoff";

/** What one sending came to. `busy` is 429; `refused` an answer that would be the same every time. */
export type Sent =
  | { kind: "answer"; result: boolean }
  | { kind: "busy"; afterMs: number | null }
  | { kind: "failed" }
  | { kind: "refused"; status: number };

export type Send = (request: VerifyRequest) => Promise<Sent>;

interface Address {
  url: string;
  /** sent as `Authorization: Bearer …` */
  token?: string | undefined;
  timeoutMs: number;
}

/** Statuses under 500 after which the same question may well be answered. */
const PASSING = new Set([408, 425]);

/** Sends questions to a gateway over HTTP. It never throws: what goes wrong is a kind of answer. */
export function httpSend({ url, token, timeoutMs }: Address): Send {
  const address = `${url.replace(/\/+$/, "")}${VERIFY_PATH}`;
  const headers = {
    "content-type": "application/json",
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  return async (request) => {
    try {
      const response = await fetch(address, {
        method: "POST",
        headers,
        body: JSON.stringify(request),
        redirect: "error",
        signal: AbortSignal.timeout(timeoutMs),
      });
      return await readAnswer(response, request.requestId);
    } catch {
      return { kind: "failed" };
    }
  };
}

async function readAnswer(response: Response, requestId: string): Promise<Sent> {
  const { status } = response;
  if (status === 200) {
    const answer = VerifyAnswer.safeParse(await response.json());
    const isOurs = answer.success && answer.data.requestId === requestId;
    return isOurs ? { kind: "answer", result: answer.data.result } : { kind: "failed" };
  }
  await response.body?.cancel();
  if (status === 429) {
    return { kind: "busy", afterMs: retryAfterMs(response.headers.get("retry-after"), Date.now()) };
  }
  return status < 500 && !PASSING.has(status) ? { kind: "refused", status } : { kind: "failed" };
}
