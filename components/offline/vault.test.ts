import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openVault, wipeAll } from "./vault";
import { keyOf, seal, unseal } from "./vault-cipher";
import { openDatabase, ROWS, settled } from "./vault-database";
import { onVaultChange } from "./vault-news";

const HOUR = 3_600_000;
const SURVEY = { name: "Nguyễn Thị Hòa", answer: "có gặp" };

beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.stubGlobal("IDBKeyRange", IDBKeyRange);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

interface Kept {
  officer: string;
  shelf: string;
  id: string;
  iv: Uint8Array;
  data: ArrayBuffer;
}

async function kept(): Promise<Kept[]> {
  const database = await openDatabase();
  return settled(database.transaction(ROWS).objectStore(ROWS).getAll());
}

describe("a vault", () => {
  it("gives back what was put, by shelf", async () => {
    const vault = await openVault("officer-1");
    expect(vault.available).toBe(true);
    await vault.put("outbox", "b", SURVEY);
    await vault.put("outbox", "a", { ...SURVEY, answer: "vắng" });
    await vault.put("draft", "a", 7);
    expect(await vault.get("outbox", "b")).toEqual(SURVEY);
    expect(await vault.get("outbox", "c")).toBeNull();
    expect(await vault.list("outbox")).toEqual([
      { id: "a", value: { ...SURVEY, answer: "vắng" } },
      { id: "b", value: SURVEY },
    ]);
    await vault.remove("outbox", "b");
    expect((await vault.list("outbox")).map(({ id }) => id)).toEqual(["a"]);
    expect(await vault.list("draft")).toEqual([{ id: "a", value: 7 }]);
  });

  it("keeps nothing in the clear, and seals the same value differently each time", async () => {
    const vault = await openVault("officer-1");
    await vault.put("list", "x", SURVEY);
    const [first] = await kept();
    await vault.put("list", "x", SURVEY);
    const [second] = await kept();
    const text = Buffer.from(first?.data ?? new ArrayBuffer(0)).toString("utf8");
    expect(text).not.toContain("Hòa");
    expect(new Uint8Array(first?.data ?? new ArrayBuffer(0))).not.toEqual(
      new Uint8Array(second?.data ?? new ArrayBuffer(0)),
    );
    expect(first?.iv).not.toEqual(second?.iv);
  });

  it("opens again with the key that the browser kept", async () => {
    await (await openVault("officer-1")).put("draft", "x", SURVEY);
    expect(await (await openVault("officer-1")).get("draft", "x")).toEqual(SURVEY);
  });

  it("shows another officer nothing, whose key opens nothing of it either", async () => {
    await (await openVault("officer-1")).put("outbox", "x", SURVEY);
    const other = await openVault("officer-2");
    expect(await other.get("outbox", "x")).toBeNull();
    expect(await other.list("outbox")).toEqual([]);
    const [row] = await kept();
    const database = await openDatabase();
    const place = ["officer-1", "outbox", "x"];
    if (!row) throw new Error("nothing was kept");
    const sealed = { iv: new Uint8Array(row.iv), data: row.data };
    expect(await unseal(await keyOf(database, "officer-1"), place, sealed)).toEqual(SURVEY);
    expect(await unseal(await keyOf(database, "officer-2"), place, sealed)).toBeNull();
  });

  it("opens no row that was moved to another place", async () => {
    const key = await keyOf(await openDatabase(), "officer-1");
    const sealed = await seal(key, ["officer-1", "outbox", "x"], SURVEY);
    expect(await unseal(key, ["officer-1", "outbox", "y"], sealed)).toBeNull();
  });

  it("holds keys that can't be taken out", async () => {
    const key = await keyOf(await openDatabase(), "officer-1");
    expect(key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey("raw", key)).rejects.toThrow();
  });

  it("gives two tabs that start together one key", async () => {
    const [one, two] = await Promise.all([openVault("officer-1"), openVault("officer-1")]);
    await Promise.all([one.put("draft", "a", 1), two.put("draft", "b", 2)]);
    expect(await one.list("draft")).toEqual([
      { id: "a", value: 1 },
      { id: "b", value: 2 },
    ]);
  });
});

describe("what goes", () => {
  it("wipes the one officer's, key included, and leaves the other's", async () => {
    const one = await openVault("officer-1");
    const two = await openVault("officer-2");
    await one.put("outbox", "x", SURVEY);
    await two.put("outbox", "x", SURVEY);
    const key = await keyOf(await openDatabase(), "officer-1");
    await one.wipe();
    expect(await one.list("outbox")).toEqual([]);
    expect(await two.get("outbox", "x")).toEqual(SURVEY);
    expect((await kept()).map(({ officer }) => officer)).toEqual(["officer-2"]);
    const place = ["officer-1", "draft", "y"];
    const sealed = await seal(key, place, SURVEY);
    expect(await unseal(await keyOf(await openDatabase(), "officer-1"), place, sealed)).toBeNull();
    await one.put("draft", "y", 1);
    expect(await one.get("draft", "y")).toBe(1);
  });

  it("wipes everybody's", async () => {
    await (await openVault("officer-1")).put("outbox", "x", SURVEY);
    await (await openVault("officer-2")).put("outbox", "x", SURVEY);
    await wipeAll();
    expect(await kept()).toEqual([]);
  });

  it("drops lists after three days and work after thirty, whoever opens the vault", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 0 });
    const one = await openVault("officer-1");
    await one.put("list", "x", SURVEY);
    await one.put("outbox", "x", SURVEY);
    vi.setSystemTime(72 * HOUR);
    await openVault("officer-2");
    expect((await kept()).map(({ shelf }) => shelf)).toEqual(["list", "outbox"]);
    vi.setSystemTime(72 * HOUR + 1);
    await openVault("officer-2");
    expect((await kept()).map(({ shelf }) => shelf)).toEqual(["outbox"]);
    vi.setSystemTime(720 * HOUR + 1);
    await openVault("officer-2");
    expect(await kept()).toEqual([]);
  });
});

describe("where nothing can be kept", () => {
  it.each([
    ["no storage", () => vi.stubGlobal("indexedDB", undefined)],
    ["no cryptography", () => vi.stubGlobal("crypto", {})],
    [
      "storage refused",
      () =>
        vi.stubGlobal("indexedDB", {
          open() {
            throw new DOMException("refused", "SecurityError");
          },
        }),
    ],
  ])("%s: says so, answers empty and forgets", async (_, hide) => {
    hide();
    const vault = await openVault("officer-1");
    expect(vault.available).toBe(false);
    await vault.put("draft", "x", SURVEY);
    expect(await vault.get("draft", "x")).toBeNull();
    expect(await vault.list("draft")).toEqual([]);
    await vault.remove("draft", "x");
    await vault.wipe();
    await wipeAll();
  });
});

it("tells who listens of every change", async () => {
  const heard = vi.fn();
  const stop = onVaultChange(heard);
  const vault = await openVault("officer-1");
  await vault.put("draft", "x", 1);
  await vault.remove("draft", "x");
  expect(heard).toHaveBeenCalledTimes(2);
  stop();
  await vault.wipe();
  expect(heard).toHaveBeenCalledTimes(2);
});
