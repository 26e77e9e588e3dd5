import type { Refusal } from "@/lib/domain/access/error-code";

/** No step needs more: choices of six fields and a comment. */
const MOST_BYTES = 64 * 1024;
const KEY = /^[\x21-\x7e]{8,100}$/;

export type Read<T> = { ok: true; value: T } | { ok: false; refusal: Refusal; status: number };

const refuse = (reason: string, status: number) =>
  ({ ok: false, refusal: { code: "INVALID", reason }, status }) as const;

/** The body as an object; an empty one is `{}`. */
async function readBody(request: Request): Promise<Read<Record<string, unknown>>> {
  if (Number(request.headers.get("content-length") ?? 0) > MOST_BYTES) {
    return refuse("bodyTooLarge", 413);
  }
  const text = await request.text();
  if (text.length > MOST_BYTES) return refuse("bodyTooLarge", 413);
  if (text.trim() === "") return { ok: true, value: {} };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return { ok: true, value: value as Record<string, unknown> };
    }
  } catch {
    // said below, without quoting what was sent
  }
  return refuse("bodyNotJson", 400);
}

/** `Idempotency-Key`: 8 to 100 visible characters, or none. */
function readKey(request: Request): Read<string | undefined> {
  const key = request.headers.get("idempotency-key");
  if (key === null) return { ok: true, value: undefined };
  return KEY.test(key) ? { ok: true, value: key } : refuse("keyShape", 400);
}

/** Browsers say which page sends a request: another site's may use no officer's session. Programs say nothing. */
const OWN = ["same-origin", "none"];

function isFromElsewhere(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  return site !== null && !OWN.includes(site);
}

export interface Asked {
  body: Record<string, unknown>;
  key: string | undefined;
}

/** The body and the key of a request; the first thing about it that can't stand is refused. */
export async function readRequest(request: Request): Promise<Read<Asked>> {
  if (isFromElsewhere(request)) return { ok: false, refusal: { code: "FORBIDDEN" }, status: 403 };
  const key = readKey(request);
  if (!key.ok) return key;
  const body = await readBody(request);
  return body.ok ? { ok: true, value: { body: body.value, key: key.value } } : body;
}

/** `If-Match`: the version that was seen, as the entity's tag gave it. */
export function readVersion(request: Request): Read<number> {
  const tag = request.headers.get("if-match");
  if (tag === null) return refuse("versionMissing", 428);
  const version = /^"?(\d{1,9})"?$/.exec(tag.trim())?.[1];
  return version ? { ok: true, value: Number(version) } : refuse("versionShape", 400);
}
