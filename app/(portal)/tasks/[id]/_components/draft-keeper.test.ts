import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Draft, SavedDraft } from "@/lib/domain/tasks/draft";
import { DraftKeeper, type Kept } from "./draft-keeper";

const TASK = { taskId: "t1", version: 3 };
const typed = (value: string): Draft => ({
  personId: null,
  fields: { fullName: { choice: "edit", value } },
  base: {},
});

/** A browser and a server, the latter out of reach at times. */
function stores() {
  const made = {
    reachable: true,
    local: null as SavedDraft | null,
    server: [] as SavedDraft[],
    kept: [] as Kept[],
  };
  const keeper = new DraftKeeper(
    TASK,
    {
      keepLocally: async (draft) => {
        made.local = draft;
      },
      dropLocally: async () => {
        made.local = null;
      },
      keepOnServer: async (draft) => {
        if (made.reachable) made.server.push(draft);
        return made.reachable;
      },
      dropOnServer: async () => {
        made.server = [];
      },
    },
    (one) => made.kept.push(one),
  );
  return { made, keeper };
}

const wordOf = (draft: SavedDraft | null | undefined) => draft?.content.fields.fullName?.value;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("what is typed", () => {
  it("is kept in the browser soon, on the server a little later, and once for many letters", async () => {
    const { made, keeper } = stores();
    for (const text of ["H", "Ho", "Hòa"]) keeper.change(typed(text));
    await vi.advanceTimersByTimeAsync(300);
    expect([wordOf(made.local), made.server.length]).toEqual(["Hòa", 0]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(made.server.map(wordOf)).toEqual(["Hòa"]);
    expect(made.server[0]).toMatchObject(TASK);
    expect(made.kept).toMatchObject([{ onServer: true }]);
    expect(made.local).toBeNull();
  });

  it("stays in the browser while the server is away, and goes there once it is back", async () => {
    const { made, keeper } = stores();
    made.reachable = false;
    keeper.change(typed("Hòa"));
    await vi.advanceTimersByTimeAsync(2000);
    expect([wordOf(made.local), made.server.length, made.kept[0]?.onServer]).toEqual([
      "Hòa",
      0,
      false,
    ]);
    made.reachable = true;
    await keeper.flush();
    expect(made.server.map(wordOf)).toEqual(["Hòa"]);
  });

  it("goes to the server at once when the page is left, else stays in the browser", async () => {
    const { made, keeper } = stores();
    keeper.change(typed("Hòa"));
    made.reachable = false;
    await keeper.flush(true);
    expect(wordOf(made.local)).toBe("Hòa");
    made.reachable = true;
    await keeper.flush(true);
    expect([made.local, wordOf(made.server[0])]).toEqual([null, "Hòa"]);
  });
});

describe("while it is being sent", () => {
  it("nothing goes to the server that could come after the sending", async () => {
    const { made, keeper } = stores();
    keeper.change(typed("Hòa"));
    await keeper.send();
    await keeper.flush(true);
    await vi.advanceTimersByTimeAsync(5000);
    expect([wordOf(made.local), made.server.length]).toEqual(["Hòa", 0]);
  });

  it("a refusal brings it to the server after all", async () => {
    const { made, keeper } = stores();
    keeper.change(typed("Hòa"));
    await keeper.send();
    await keeper.fail();
    expect(made.server.map(wordOf)).toEqual(["Hòa"]);
  });

  it("nothing is left once it has arrived", async () => {
    const { made, keeper } = stores();
    keeper.change(typed("Hòa"));
    await keeper.send();
    keeper.settle();
    await keeper.flush(true);
    await vi.advanceTimersByTimeAsync(5000);
    expect([made.local, made.server]).toEqual([null, []]);
  });
});

it("what its officer throws away is gone from both", async () => {
  const { made, keeper } = stores();
  keeper.change(typed("Hòa"));
  await vi.advanceTimersByTimeAsync(2000);
  await keeper.drop();
  expect([made.local, made.server]).toEqual([null, []]);
});
