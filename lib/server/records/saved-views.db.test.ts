import { afterAll, beforeAll, expect, it } from "vitest";
import { ownerClient } from "@/prisma/factories/owner";
import { makeStation, type Station } from "@/prisma/factories/tasks";
import {
  findDefaultView,
  listViews,
  removeView,
  renameView,
  saveView,
  setDefaultView,
} from "./saved-views";

const owner = ownerClient();
let here: Station;

beforeAll(async () => {
  await owner.connect();
  here = await makeStation(owner);
});
afterAll(() => owner.end());

async function save(name: string, query: string) {
  const done = await saveView.as(here.health, { list: "tasks", name, query });
  if (!done.ok) throw new Error(`refused: ${done.error.reason}`);
  return done.data.id;
}

it("keeps a view with what it may keep, renames, chooses and removes it", async () => {
  const late = await save("Quá hạn của tôi", "?overdue=1&view=mine&after=x&search=y&q=Hòa");
  const other = await save("Theo tên", "sort=name&cols=code,due");
  expect(await listViews.as(here.health, "tasks")).toEqual([
    { id: late, name: "Quá hạn của tôi", query: "view=mine&overdue=1", isDefault: false },
    { id: other, name: "Theo tên", query: "sort=name&cols=code%2Cdue", isDefault: false },
  ]);
  expect(await findDefaultView.as(here.health, "tasks")).toBeNull();
  await setDefaultView.as(here.health, { id: late });
  await setDefaultView.as(here.health, { id: other });
  expect(await findDefaultView.as(here.health, "tasks")).toBe("sort=name&cols=code%2Cdue");
  await setDefaultView.as(here.health, { id: other });
  expect(await findDefaultView.as(here.health, "tasks")).toBeNull();
  expect(await renameView.as(here.health, { id: late, name: "Theo tên" })).toMatchObject({
    ok: false,
    error: { reason: "viewNameTaken" },
  });
  expect(await renameView.as(here.health, { id: late, name: "Trễ" })).toMatchObject({ ok: true });
  await removeView.as(here.health, { id: other });
  expect((await listViews.as(here.health, "tasks")).map(({ name }) => name)).toEqual(["Trễ"]);
});

it("is its officer's alone: a colleague neither sees nor changes it", async () => {
  const id = await save("Riêng tôi", "view=mine");
  expect(await listViews.as(here.police, "tasks")).toEqual([]);
  const missing = { ok: false, error: { code: "NOT_FOUND" } };
  expect(await renameView.as(here.police, { id, name: "x" })).toMatchObject(missing);
  expect(await setDefaultView.as(here.coordinator, { id })).toMatchObject(missing);
  expect(await removeView.as(here.police, { id })).toMatchObject(missing);
  // The same name is free for everybody else.
  expect(
    await saveView.as(here.police, { list: "tasks", name: "Riêng tôi", query: "" }),
  ).toMatchObject({ ok: true });
});

it("refuses a name that is taken, empty or too long, and more views than fit", async () => {
  const { police } = here;
  const again = { list: "tasks", name: "Riêng tôi", query: "" };
  expect(await saveView.as(police, again)).toMatchObject({ error: { reason: "viewNameTaken" } });
  expect(await saveView.as(police, { ...again, name: " " })).toMatchObject({
    error: { fields: { name: { code: "viewNameMissing" } } },
  });
  for (let at = 1; at < 20; at += 1) await saveView.as(police, { ...again, name: `Số ${at}` });
  expect(await saveView.as(police, { ...again, name: "Thêm" })).toMatchObject({
    error: { reason: "viewsFull" },
  });
});
