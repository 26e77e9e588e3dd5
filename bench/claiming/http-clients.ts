import { Agent, request } from "node:http";

export interface HttpClient {
  origin: string;
  token: string;
}

interface Answer {
  status: number;
  etag: string | undefined;
  body: unknown;
}

function post(
  agent: Agent,
  client: HttpClient,
  of: { path: string; version?: number; body: object },
) {
  return new Promise<Answer>((resolve, reject) => {
    const headers: Record<string, string> = {
      cookie: `next-auth.session-token=${client.token}`,
      "content-type": "application/json",
      "idempotency-key": crypto.randomUUID(),
    };
    if (of.version !== undefined) headers["if-match"] = `"${of.version}"`;
    const sent = request(
      `${client.origin}${of.path}`,
      { method: "POST", agent, headers },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            etag: answer.headers.etag,
            body: JSON.parse(Buffer.concat(parts).toString("utf8") || "null"),
          }),
        );
      },
    );
    sent.on("error", reject);
    sent.end(JSON.stringify(of.body));
  });
}

type Held = { taskId: string; version: number } | null;

/**
 * Officers at work over HTTP until the time is over: each completes a task and gets the next one with
 * the answer. Gives the milliseconds of every pair, and the tasks.
 */
export async function httpAtWork(
  clients: readonly HttpClient[],
  of: { until: number; event: string; body: object },
): Promise<{ times: number[]; tasks: string[] }> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients.length });
  const times: number[] = [];
  const tasks: string[] = [];
  const work = async (client: HttpClient) => {
    const first = await post(agent, client, { path: "/api/v1/tasks/next", body: {} });
    let held = first.body as Held;
    while (held && performance.now() < of.until) {
      const { taskId, version } = held;
      const path = `/api/v1/tasks/${taskId}/${of.event}`;
      const begun = performance.now();
      const answer = await post(agent, client, { path, version, body: { ...of.body, next: true } });
      times.push(performance.now() - begun);
      if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
      tasks.push(taskId);
      held = (answer.body as { next: Held }).next;
    }
    if (!held) throw new Error("an officer ran out of tasks");
  };
  await Promise.all(clients.map(work));
  agent.destroy();
  return { times, tasks };
}
