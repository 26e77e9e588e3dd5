import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CarriedLine, CarriedList } from "@/lib/domain/tasks/worksheet/carried";
import type { ResultKind } from "@/lib/domain/tasks/worksheet/result";
import { sendVisits } from "./send-visits";
import { openVault, type Vault } from "./vault";
import { keepCarried, type RefusedVisit, readCarried, readSent, type Visit } from "./visits";

const HOUR = 3_600_000;
let vault: Vault;
let asked: { url: string; init: RequestInit }[];

beforeEach(async () => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.stubGlobal("IDBKeyRange", IDBKeyRange);
  vault = await openVault("officer-1");
  asked = [];
});
afterEach(() => vi.unstubAllGlobals());

function visitTo(taskId: string, kind: ResultKind = "found", at = "2026-11-26T08:00:00Z"): Visit {
  const result = {
    kind,
    how: "visit",
    day: "2026-11-26",
    values: {},
    note: "",
    close: false,
  } as const;
  return { taskId, version: 3, name: "Nguyễn Thị Hòa", at, result };
}

const json = (status: number, body: object) => Response.json(body, { status });
const APPLIED = { outcome: "applied", missing: 0 };

/** Answers one request after the other. */
function portal(...answers: (Response | Error)[]) {
  return async (url: string, init: RequestInit) => {
    asked.push({ url, init });
    const answer = answers.shift();
    if (!answer || answer instanceof Error) throw answer ?? new Error("one request too many");
    return answer;
  };
}

describe("sending what waits", () => {
  it("sends in the order of writing, each with its id and version, and keeps that it came in", async () => {
    await vault.put("outbox", "a", visitTo("t-2", "notHome", "2026-11-26T09:00:00Z"));
    await vault.put("outbox", "b", visitTo("t-1"));
    const ask = portal(json(200, APPLIED), json(200, { ...APPLIED, missing: 2 }));
    const round = await sendVisits(vault, "officer-1", ask);
    expect(round).toEqual({ end: "done", sent: 2, refused: 0 });
    expect(asked.map(({ url }) => url)).toEqual([
      "/api/v1/tasks/t-1/visit",
      "/api/v1/tasks/t-2/visit",
    ]);
    expect(asked[0]?.init.headers).toMatchObject({ "if-match": '"3"', "idempotency-key": "b" });
    const body = JSON.parse(String(asked[0]?.init.body));
    expect(body).toEqual({ visitId: "b", officerId: "officer-1", result: visitTo("t-1").result });
    expect(await vault.list("outbox")).toEqual([]);
    expect([...(await readSent(vault))]).toEqual([
      ["t-1", { kind: "found", at: "2026-11-26T08:00:00Z", missing: 0 }],
      ["t-2", { kind: "notHome", at: "2026-11-26T09:00:00Z", missing: 2 }],
    ]);
  });

  it("keeps what is refused, in the portal's words, and goes on with the next", async () => {
    await vault.put("outbox", "a", visitTo("t-1"));
    await vault.put("outbox", "b", visitTo("t-2", "found", "2026-11-26T09:00:00Z"));
    const refusal = { title: "Lý Thị Trạm đã cập nhật hồ sơ này", fields: { note: "Quá dài" } };
    const round = await sendVisits(
      vault,
      "officer-1",
      portal(json(412, refusal), json(200, APPLIED)),
    );
    expect(round).toEqual({ end: "done", sent: 1, refused: 1 });
    expect(await vault.list("outbox")).toEqual([]);
    expect(await vault.list<RefusedVisit>("refused")).toEqual([
      {
        id: "a",
        value: { ...visitTo("t-1"), title: refusal.title, fields: ["Quá dài"], stale: true },
      },
    ]);
  });

  it.each<[string, Response | Error, string]>([
    ["no connection", new Error("failed to fetch"), "unreached"],
    ["a network that answers in the portal's place", new Response("<html>"), "unreached"],
    ["a session that is over", json(401, {}), "signedOut"],
    ["a portal that is down", json(503, {}), "later"],
    ["a portal that asks for patience", json(429, {}), "later"],
  ])("%s: stops, and everything stays where it was", async (_, answer, end) => {
    await vault.put("outbox", "a", visitTo("t-1"));
    await vault.put("outbox", "b", visitTo("t-2"));
    const round = await sendVisits(vault, "officer-1", portal(answer));
    expect(round).toEqual({ end, sent: 0, refused: 0 });
    expect(await vault.list("outbox")).toHaveLength(2);
    expect(await vault.list("refused")).toEqual([]);
  });

  it("sends again under the same id when the answer was lost", async () => {
    await vault.put("outbox", "a", visitTo("t-1"));
    await sendVisits(vault, "officer-1", portal(new Error("lost")));
    await sendVisits(vault, "officer-1", portal(json(200, { ...APPLIED, outcome: "alreadyDone" })));
    const keys = asked.map(
      ({ init }) => (init.headers as Record<string, string>)["idempotency-key"],
    );
    expect(keys).toEqual(["a", "a"]);
    expect(await vault.list("outbox")).toEqual([]);
  });

  it("says of a visit that was looked at again that any version will do", async () => {
    await vault.put("outbox", "a", { ...visitTo("t-1"), version: null });
    await sendVisits(vault, "officer-1", portal(json(200, APPLIED)));
    expect(asked[0]?.init.headers).toMatchObject({ "if-match": "*" });
  });
});

const line = (taskId: string): CarriedLine => ({
  taskId,
  version: 1,
  fullName: taskId,
  birthYear: null,
  sex: null,
  hamlet: null,
  address: null,
  phone: null,
  missing: [],
});
const listOf = (...ids: string[]): CarriedList => ({
  officerId: "officer-1",
  validUntil: new Date(72 * HOUR).toISOString(),
  lines: ids.map(line),
});

describe("a carried list", () => {
  it("is forgotten when its time is over, with what came in from it; visits stay", async () => {
    await keepCarried(vault, listOf("t-1"), 0);
    await vault.put("list", "sent-t-1", { kind: "found", at: "", missing: 0 });
    await vault.put("outbox", "a", visitTo("t-2"));
    expect(await readCarried(vault, 72 * HOUR - 1)).not.toBeNull();
    expect(await readCarried(vault, 72 * HOUR)).toBeNull();
    expect(await vault.list("list")).toEqual([]);
    expect(await vault.list("outbox")).toHaveLength(1);
  });

  it("keeps whom one was done with, and drops whom others have settled", async () => {
    await keepCarried(vault, listOf("t-1", "t-2", "t-3"), 0);
    await vault.put("list", "sent-t-2", { kind: "found", at: "", missing: 0 });
    await keepCarried(vault, listOf("t-3"), 0);
    const list = await readCarried(vault, 0);
    expect(list?.lines.map(({ taskId }) => taskId)).toEqual(["t-3", "t-2"]);
  });
});
