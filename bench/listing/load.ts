import { Agent, request } from "node:http";

export interface Target {
  url: string;
  /** of the session; a server without sessions passes it over */
  token: string;
}

/** One GET; gives the milliseconds, and the answer's text where it is wanted. */
export function get(agent: Agent, { url, token }: Target): Promise<{ ms: number; text: string }> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const headers = { cookie: `next-auth.session-token=${token}` };
    const sent = request(url, { agent, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => {
        const text = Buffer.concat(parts).toString("utf8");
        if (answer.statusCode === 200) resolve({ ms: performance.now() - begun, text });
        else reject(new Error(`${answer.statusCode} from ${new URL(url).pathname}`));
      });
    });
    sent.on("error", reject);
    sent.end();
  });
}

export interface Loaded {
  perSecond: number;
  times: number[];
}

/** Asks again and again over connections that stay open, so many at once. */
export async function load(
  target: Target,
  of: { clients: number; seconds: number },
): Promise<Loaded> {
  const agent = new Agent({ keepAlive: true, maxSockets: of.clients });
  const times: number[] = [];
  const begun = performance.now();
  const until = begun + of.seconds * 1000;
  const client = async () => {
    while (performance.now() < until) times.push((await get(agent, target)).ms);
  };
  await Promise.all(Array.from({ length: of.clients }, client));
  agent.destroy();
  return { perSecond: times.length / ((performance.now() - begun) / 1000), times };
}
