import { clockThere } from "@/lib/domain/units/work-calendar";
import { makeCommune, makeOfficer, type Owner } from "@/prisma/factories/communes";
import { writeHistory } from "@/prisma/factories/histories";
import { makeListed } from "@/prisma/factories/listed";
import { expectAccessible } from "./support/accessible";
import { expect, test } from "./support/fixtures-base";
import { signIn } from "./support/sign-in";

/** A commune with two people to be settled, and its leader. */
async function makeWork(owner: Owner) {
  const commune = await makeCommune(owner);
  const listed = ["Trần Văn Một", "Lê Thị Hai"].map((fullName) => ({ fullName }));
  const people = await makeListed(owner, commune, listed);
  const leader = await makeOfficer(owner, { role: "leader", unit: commune });
  return { commune, people, leader };
}

test("a leader opens the lists behind what happened and how good the work is", async ({
  browser,
  owner,
}) => {
  const { people, leader } = await makeWork(owner);
  await owner.query("update task set state = 'closed', resolution = 'corrected' where id = $1", [
    people[0]?.taskId,
  ]);
  const page = await signIn(browser, leader);
  const main = page.getByRole("main");
  await page.goto("/progress");

  await test.step("what was settled today", async () => {
    const card = main.getByRole("figure").filter({ hasText: "ngày gần nhất" });
    await card.getByText("Xem bảng số").click();
    await card.getByRole("row").nth(1).getByRole("link", { name: "1" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hồ sơ xử lý xong");
    await expect(main).toContainText("1 người");
    const line = page.getByRole("row").filter({ hasText: "Đóng: đã sửa" });
    await expect(line).toHaveCount(1);
    await expect(main).not.toContainText("Trần Văn Một");
    await expectAccessible(page);
    await page.goBack();
  });

  await test.step("attempts to reach people, each with its line", async () => {
    await owner.query(
      `insert into contact_attempt (id, task_id, record_id, unit_path, by_id, kind, outcome)
       select gen_random_uuid(), id, record_id, unit_path, id, 'visit', 'notHome'
       from task, generate_series(1, 2) where id = $1`,
      [people[1]?.taskId],
    );
    await page.reload();
    await main.getByRole("listitem").filter({ hasText: "Vắng nhà" }).getByRole("link").click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Liên hệ với người dân: Vắng nhà",
    );
    await expect(main).toContainText("2 lần liên hệ trong 90 ngày gần nhất");
    const line = page.getByRole("row").filter({ hasText: "Đến nhà · Vắng nhà" });
    await expect(line).toHaveCount(2);
    await expect(main).not.toContainText("Lê Thị Hai");
    await expectAccessible(page);
  });
});

test("a leader opens the lists of what has come in and of what an officer has done", async ({
  browser,
  owner,
}) => {
  const { commune, people, leader } = await makeWork(owner);
  const page = await signIn(browser, leader);
  const main = page.getByRole("main");

  await test.step("what has come in between two days", async () => {
    const day = (ago: number) => clockThere(new Date(Date.now() - ago * 86_400_000)).day;
    await page.goto(`/progress/compare?unit=${commune.id}&from=${day(1)}&to=${day(0)}`);
    const row = page.getByRole("row", { name: /^Hồ sơ mới nhập/ });
    await row.getByRole("link", { name: "2" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hồ sơ mới nhập");
    const line = page.getByRole("row").filter({ hasText: "Mới nhập" });
    await expect(line).toHaveCount(2);
    await expect(main).not.toContainText("Lê Thị Hai");
    await expectAccessible(page);
    await page.goto("/progress");
  });

  await test.step("what an officer has done", async () => {
    const by = await makeOfficer(owner, {
      role: "police",
      unit: commune,
      fullName: "Trịnh Văn An",
    });
    const taken = { unit: commune, by, event: "confirm", at: 0 } as const;
    const history = people.map(({ taskId }) => ({ ...taken, taskId }));
    await writeHistory(owner, new Date().toISOString(), history);
    await page.reload();
    const row = main.getByRole("row").filter({ hasText: "Trịnh Văn An" });
    await row.getByRole("link", { name: "2" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Các bước của Trịnh Văn An");
    await expect(main).toContainText("2 bước trong 14 ngày gần nhất");
    const line = page.getByRole("row").filter({ hasText: "Công an xác nhận đúng người" });
    await expect(line).toHaveCount(2);
    await expect(page).not.toHaveURL(/Tr/);
    await expect(main).not.toContainText("Lê Thị Hai");
    await expectAccessible(page);
  });
});
