import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { strictKey, VERIFY_PATH, VerifyRequest } from "@/lib/domain/matching/gateway/protocol";
import { type FaultShares, Faults } from "./faults";
import { hash, type KeySet } from "./key-set";

export interface SimulatorSettings extends FaultShares {
  /** milliseconds before each answer, and how much more or less */
  latency: number;
  jitter: number;
  /** questions a second, above which the answer is 429; 0 is no limit */
  limit: number;
}

export const NO_FAULTS: SimulatorSettings = {
  latency: 0,
  jitter: 0,
  errors: 0,
  timeouts: 0,
  limit: 0,
  seed: 1,
};

export interface Simulator {
  url: string;
  counts: Record<"right" | "wrong" | "invalid" | "error" | "timeout" | "limited", number>;
  /** Ends every connection at once. */
  close(): Promise<void>;
}

const MOST_BYTES = 16_384;
const RETRY_SECONDS = 1;

/** Answers like the gateway on a real port (0: any that is free). */
export async function startSimulator(
  keys: Pick<KeySet, "has">,
  { host = "127.0.0.1", port, ...settings }: SimulatorSettings & { host?: string; port: number },
): Promise<Simulator> {
  const counts = { right: 0, wrong: 0, invalid: 0, error: 0, timeout: 0, limited: 0 };
  const faults = new Faults(settings);
  const admits = limiter(settings.limit);
  const server = createServer((request, response) => {
    answer(request, { keys, faults, admits, counts })
      .then((reply) => later(settings, reply, () => write(response, reply)))
      .catch(() => response.destroy());
  });
  await listen(server, { host, port });
  const { port: taken } = server.address() as AddressInfo;
  return { url: `http://${host}:${taken}`, counts, close: () => close(server) };
}

interface Reply {
  status: number;
  body?: object;
  /** tells this question from others, for the jitter */
  question?: string;
  silent?: boolean;
}

interface Desk {
  keys: Pick<KeySet, "has">;
  faults: Faults;
  admits: () => boolean;
  counts: Simulator["counts"];
}

async function answer(request: IncomingMessage, desk: Desk): Promise<Reply> {
  if (request.url !== VERIFY_PATH) return { status: 404, body: { error: "not found" } };
  if (request.method !== "POST") return { status: 405, body: { error: "POST only" } };
  const text = await readBody(request);
  if (!desk.admits()) return counted(desk, "limited", { status: 429, body: { error: "too many" } });
  const asked = VerifyRequest.safeParse(parseJson(text));
  if (!asked.success) return counted(desk, "invalid", { status: 400, body: { error: "invalid" } });
  const question = strictKey(asked.data);
  const fault = desk.faults.draw(question);
  if (fault === "timeout") return counted(desk, "timeout", { status: 0, silent: true });
  if (fault === "error")
    return counted(desk, "error", { status: 500, body: { error: "fault" }, question });
  const result = desk.keys.has(question);
  const body = { requestId: asked.data.requestId, result };
  return counted(desk, result ? "right" : "wrong", { status: 200, body, question });
}

function counted(desk: Desk, kind: keyof Simulator["counts"], reply: Reply): Reply {
  desk.counts[kind] += 1;
  return reply;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw new Error("body too large");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The jitter of a question is always the same. */
function later({ latency, jitter, seed }: SimulatorSettings, reply: Reply, run: () => void): void {
  if (reply.silent) return;
  const chance = hash(`${seed} ${reply.question ?? ""}`)[1] / 2 ** 32;
  const wait = reply.question ? latency + jitter * (2 * chance - 1) : 0;
  if (wait > 0) setTimeout(run, wait);
  else run();
}

function write(response: ServerResponse, { status, body }: Reply): void {
  const headers: Record<string, string> = { "content-type": "application/json" };
  if (status === 429) headers["retry-after"] = String(RETRY_SECONDS);
  response.writeHead(status, headers).end(JSON.stringify(body));
}

/** So many in each second of the clock. */
function limiter(perSecond: number): () => boolean {
  let second = 0;
  let used = 0;
  return () => {
    if (perSecond === 0) return true;
    const now = Math.floor(performance.now() / 1000);
    if (now !== second) used = 0;
    second = now;
    used += 1;
    return used <= perSecond;
  };
}

function listen(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
