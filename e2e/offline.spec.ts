import type { APIRequestContext, Browser, BrowserContext, Page } from "@playwright/test";
import {
  type MadeOfficer,
  makeCommune,
  makeHamlet,
  makeOfficer,
  makeSession,
} from "@/prisma/factories/communes";
import type { OwnerConnection } from "@/prisma/factories/database";
import { expectAccessible } from "./support/accessible";
import { expect, test } from "./support/fixtures-base";
import { importList, listLine } from "./support/import-list";
import { type Line, openLine } from "./support/line";
import { signIn, signInHere } from "./support/sign-in";

/** The browser is told that it is offline, and nothing gets through either. */
async function cut(page: Page, line: Line): Promise<void> {
  line.cut();
  await page.context().setOffline(true);
}

async function mend(page: Page, line: Line): Promise<void> {
  line.mend();
  await page.context().setOffline(false);
}

const NAMES = ["Nguyễn Thị Một", "Trần Văn Hai", "Lê Thị Ba"] as const;

interface Task {
  id: string;
  version: number;
}

interface Team {
  officer: MadeOfficer;
  health: MadeOfficer;
  /** of each of the three people, in the order of their names */
  tasks: [Task, Task, Task];
}

const TASKS = `
  select t.id, t.version from task t join record r on r.id = t.record_id where t.unit_id = $1
  order by array_position($2::text[], r.full_name)`;

/** A team of one hamlet, in which three people live of whom the registry knows nobody. */
async function makeTeam(browser: Browser, owner: OwnerConnection): Promise<Team> {
  const unit = await makeCommune(owner);
  const hamlet = await makeHamlet(owner, unit, "Ấp 3");
  const officer = await makeOfficer(owner, { role: "hamlet", unit, hamlet });
  const health = await makeOfficer(owner, { role: "health", unit, fullName: "Lý Thị Trạm" });
  const coordinator = await makeOfficer(owner, { role: "coordinator", unit: unit.province });
  const page = await signIn(browser, coordinator);
  const person = { idNumber: "", birthDate: "1985", phone: "0907654321", address: "Ấp 3" };
  const lines = NAMES.map((fullName, at) =>
    listLine(unit, { ...person, sourceId: `V-${at}`, fullName }),
  );
  await importList(page, lines);
  await page.context().close();
  const { rows } = await owner.query<Task>(TASKS, [unit.id, NAMES]);
  return { officer, health, tasks: rows as Team["tasks"] };
}

/** The station has been there too, and was faster. */
async function settleAs(request: APIRequestContext, token: string, task: Task): Promise<void> {
  const answer = await request.post(`/api/v1/tasks/${task.id}/visit`, {
    headers: {
      cookie: `next-auth.session-token=${token}`,
      "if-match": `"${task.version}"`,
    },
    data: { visitId: crypto.randomUUID(), result: { kind: "found" } },
  });
  expect(answer.status()).toBe(200);
}

/** The worker has kept what the page needs; only then may the connection go. */
async function untilKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  const kept = () => page.evaluate(() => caches.match("/field").then((page) => page !== undefined));
  await expect.poll(kept, { timeout: 30_000 }).toBe(true);
}

async function takeList(page: Page): Promise<void> {
  await page.goto("/tasks/worksheet");
  await page.getByRole("button", { name: "Mang theo danh sách: Ấp 3" }).click();
  await expect(page.getByRole("heading", { name: "Đi rà soát" })).toBeVisible();
  await expect(page.getByRole("heading", { name: NAMES[0] })).toBeVisible();
  await untilKept(page);
}

async function writeFound(page: Page, name: string, note: string): Promise<void> {
  await page.getByRole("button", { name: `Ghi kết quả: ${name}` }).click();
  await page.getByRole("radio", { name: "Đã gặp, tìm được" }).check();
  await page.getByLabel("Ngày sinh").fill("5/9/1985");
  await page.getByLabel("Ghi chú").fill(note);
  await page.getByRole("button", { name: "Lưu phiếu" }).click();
  await expect(page.getByRole("button", { name: `Sửa phiếu: ${name}` })).toBeVisible();
}

const attemptsOf =
  "select o.full_name, c.note from contact_attempt c join officer o on o.id = c.by_id where c.task_id = $1";

test("a team carries its list through a valley without a connection", async ({
  browser,
  baseURL,
  owner,
  request,
}) => {
  test.setTimeout(300_000);
  const { health, officer, tasks } = await makeTeam(browser, owner);
  const line = await openLine(baseURL ?? "");
  const page = await signIn(browser, officer, { baseURL: line.origin });
  const context = page.context();
  await takeList(page);
  await expectAccessible(page);
  const [first, second] = tasks;
  const colleague = await signIn(browser, health);
  await colleague.goto(`/tasks/${first.id}`);
  const carried = `Đang được mang theo bởi ${officer.fullName} đến`;
  await expect(colleague.getByText(carried)).toBeVisible();
  await colleague.context().close();

  await cut(page, line);
  await page.reload();
  await expect(page.getByText("Mất kết nối. Bạn vẫn ghi tiếp được trên danh sách")).toBeVisible();
  for (const name of NAMES) await expect(page.getByRole("heading", { name })).toBeVisible();
  await writeFound(page, NAMES[0], "Gặp tại nhà");
  await writeFound(page, NAMES[1], "Gặp ở chợ");
  await expect(page.getByText("2 phiếu rà soát sẽ gửi khi có mạng trở lại")).toBeVisible();
  await expect(page.getByText("2/3 đã gặp")).toBeVisible();
  await expectAccessible(page);

  // Another page isn't kept: one is told so, and led back to what can be done.
  await page.goto("/tasks");
  await expect(page.getByRole("heading", { name: "Chưa có kết nối" })).toBeVisible();
  await page.getByRole("link", { name: "Mở danh sách đi rà soát" }).click();
  await expect(page.getByRole("button", { name: `Sửa phiếu: ${NAMES[0]}` })).toBeVisible();

  await settleAs(request, await makeSession(owner, health.officerId), second);

  await mend(page, line);
  await expect(page.getByText("Đã gửi 1 phiếu rà soát.")).toBeVisible({ timeout: 60_000 });
  const refused = page.getByRole("region", { name: "Phiếu chưa được nhận" });
  await expect(refused.getByRole("heading", { name: NAMES[1] })).toBeVisible();
  await expect(refused.getByText(`${health.fullName} đã cập nhật hồ sơ này lúc`)).toBeVisible();
  await expect(refused.getByText("Gặp ở chợ")).toBeVisible();
  await expectAccessible(page);
  const { rows: sent } = await owner.query(attemptsOf, [first.id]);
  expect(sent).toEqual([{ full_name: officer.fullName, note: "Gặp tại nhà" }]);
  const { rows: kept } = await owner.query(attemptsOf, [second.id]);
  expect(kept.map((row) => row.full_name)).toEqual([health.fullName]);

  // Once more, now that one knows: the portal says what stands against it.
  await refused.getByRole("button", { name: `Gửi lại phiếu: ${NAMES[1]}` }).click();
  await expect(refused.getByText("đã sang bước khác")).toBeVisible();

  // Signing out would lose it, and asks.
  await page.goto("/home");
  await expect(page.getByText("1 phiếu rà soát chưa được nhận.")).toBeVisible();
  await page.getByLabel(`Tài khoản của ${officer.fullName}`).click();
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  const ask = page.getByRole("dialog", { name: "Bạn còn nội dung chưa gửi" });
  await expect(ask.getByText("Còn 1 phiếu rà soát hoặc bản nháp chưa gửi.")).toBeVisible();
  await ask.getByRole("button", { name: "Ở lại để gửi" }).click();
  await expect(page).toHaveURL(/\/home$/);
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await ask.getByRole("button", { name: "Đăng xuất và bỏ 1 mục" }).click();
  await expect(page.getByRole("heading", { name: "Đăng nhập" })).toBeVisible();
  await expectNothingLeft(context);
  line.close();
});

/** Neither a list nor a visit nor a key, and no page but the two that say nothing about anybody. */
async function expectNothingLeft(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto("/sign-in");
  const left = await page.evaluate(async () => {
    const open = indexedDB.open("portal-vault");
    const done = (request: IDBRequest) =>
      new Promise((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
    const database = (await done(open)) as IDBDatabase;
    const count = (store: string) => done(database.transaction(store).objectStore(store).count());
    const kept = await (await caches.open("portal-offline-1")).keys();
    const pages = kept
      .map(({ url }) => new URL(url).pathname)
      .filter((path) => !path.includes("."));
    return {
      rows: await count("rows"),
      keys: await count("keys"),
      officer: localStorage.getItem("portal-officer"),
      pages: pages.sort(),
    };
  });
  expect(left).toEqual({ rows: 0, keys: 0, officer: null, pages: ["/field", "/offline"] });
  await page.close();
}

test("what a team has written waits for it, unseen by whoever signs in on the same phone", async ({
  browser,
  baseURL,
  owner,
}) => {
  test.setTimeout(300_000);
  const { health, officer, tasks } = await makeTeam(browser, owner);
  const line = await openLine(baseURL ?? "");
  const page = await signIn(browser, officer, { baseURL: line.origin });
  await takeList(page);
  await cut(page, line);
  await writeFound(page, NAMES[2], "Gặp ngoài đồng");
  // The session ends meanwhile, and a colleague borrows the phone.
  await owner.query("delete from session where officer_id = $1", [officer.officerId]);
  await mend(page, line);
  await expect(page.getByText("Đăng nhập lại để gửi 1 phiếu rà soát.")).toBeVisible({
    timeout: 60_000,
  });
  await signInHere(page, health);
  await page.goto("/field");
  await expect(page.getByText("Bạn chưa mang theo danh sách nào")).toBeVisible();
  await expect(page.getByText(NAMES[2])).toHaveCount(0);
  await page.goto("/home");
  await page.getByLabel(`Tài khoản của ${health.fullName}`).click();
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await expect(page.getByRole("heading", { name: "Đăng nhập" })).toBeVisible();

  await signInHere(page, officer);
  await expect(page.getByText("Đã gửi 1 phiếu rà soát.")).toBeVisible({ timeout: 60_000 });
  const { rows } = await owner.query(attemptsOf, [tasks[2].id]);
  expect(rows).toEqual([{ full_name: officer.fullName, note: "Gặp ngoài đồng" }]);
  line.close();
});

test("the portal can be put on a home screen", async ({ request }) => {
  const answer = await request.get("/manifest.webmanifest");
  const { name, icons } = await answer.json();
  expect(name).toBe("Làm sạch dữ liệu tiêm chủng");
  expect(icons.map(({ purpose }: { purpose?: string }) => purpose ?? "any")).toContain("maskable");
  for (const { src } of icons as { src: string }[]) {
    const icon = await request.get(src);
    expect(icon.headers()["content-type"], src).toBe("image/png");
  }
});
