import type { Page } from "@playwright/test";
import { makeCommune, makeHamlet, makeOfficer, type Owner } from "@/prisma/factories/communes";
import { inventPerson, makePerson } from "@/prisma/factories/registry-people";
import { EVERYTHING, setShares } from "@/prisma/factories/sampling";
import { expectAccessible } from "./support/accessible";
import { expect, test } from "./support/fixtures-base";
import { importList, listLine } from "./support/import-list";
import { signIn } from "./support/sign-in";

/** A commune with a hamlet, an officer of each force and one more who approves. */
async function makePeople(owner: Owner) {
  const commune = await makeCommune(owner);
  const hamlet = await makeHamlet(owner, commune, "Ấp 3");
  const officer = (role: "police" | "health", fullName: string, approver = false) =>
    makeOfficer(owner, { role, unit: commune, fullName, approver });
  return {
    commune,
    coordinator: await makeOfficer(owner, { role: "coordinator", unit: commune.province }),
    police: await officer("police", "Trịnh Văn An"),
    health: await officer("health", "Lý Thị Trạm"),
    approver: await officer("health", "Đinh Thị Duyệt", true),
    hamlet: await makeOfficer(owner, {
      role: "hamlet",
      unit: commune,
      hamlet,
      fullName: "Võ Thị Tổ",
    }),
  };
}

async function typeValue(page: Page, field: string, value: string): Promise<void> {
  await page.getByLabel(`Giá trị sau khi sửa của ${field}`).fill(value);
}

test("hamlet looks, police hand over, health corrects, another officer approves", async ({
  browser,
  owner,
}) => {
  test.setTimeout(240_000);
  const people = await makePeople(owner);
  const { commune } = people;
  await setShares(owner, EVERYTHING);
  const real = inventPerson();
  const other = inventPerson();
  await makePerson(owner, other);
  await importList(await signIn(browser, people.coordinator), [
    listLine(commune, {
      sourceId: `H-${real.idNumber}`,
      fullName: "Trần Văn Lạ",
      birthDate: "",
      address: "12 Lê Lợi, Ấp 3",
    }),
    // The number of somebody of another name.
    listLine(commune, {
      sourceId: `H-${other.idNumber}`,
      fullName: "Trần Văn Nam",
      birthDate: other.birthDate,
      idNumber: other.idNumber,
    }),
  ]);
  // Under her own name the registry has known her all along.
  await makePerson(owner, { ...real, fullName: "Trần Thị Lạ" });

  const hamlet = await signIn(browser, people.hamlet);
  await test.step("the hamlet team, on a phone, writes down a visit and what it found", async () => {
    await hamlet.setViewportSize({ width: 360, height: 740 });
    await hamlet.goto("/tasks");
    await expect(hamlet.getByText("Trần Văn Nam")).toHaveCount(0);
    await hamlet.getByRole("link", { name: "Trần Văn Lạ" }).click();
    await expect(hamlet.getByText("Bạn đang xử lý đến")).toBeVisible();
    await hamlet.getByLabel("Liên hệ bằng cách nào?").selectOption({ label: "Đến nhà" });
    await hamlet.getByLabel("Kết quả", { exact: true }).selectOption({ label: "Gặp được" });
    await hamlet.getByRole("button", { name: "Lưu lần liên hệ" }).click();
    await expect(hamlet.getByText("Đến nay có 1 lần liên hệ")).toBeVisible();
    await expectAccessible(hamlet);
    await hamlet
      .getByLabel("Kết quả rà soát tại thôn/tổ")
      .fill("Đã gặp: là bà Trần Thị Lạ, có căn cước mới, tên trong danh sách ghi nhầm.");
    await hamlet.getByRole("button", { name: "Gửi kết quả rà soát" }).click();
    await expect(hamlet.getByText(/Đã gửi hồ sơ TC-\d+ cho công an/)).toBeVisible();
  });

  const police = await signIn(browser, people.police);
  await test.step("police say who the two people are, and sign the list", async () => {
    await police.goto("/tasks");
    await police.getByRole("link", { name: "Trần Văn Lạ" }).click();
    await expect(police.getByText("tên trong danh sách ghi nhầm").first()).toBeVisible();
    await expect(police.getByText("Bạn đang xử lý đến")).toBeVisible();
    await typeValue(police, "Họ và tên", "Trần Thị Lạ");
    await typeValue(police, "Ngày sinh", real.birthDate);
    await typeValue(police, "Số định danh", real.idNumber);
    await police.getByRole("button", { name: "Xác nhận đúng người" }).click();
    await expect(police.getByText(/Đã xác nhận hồ sơ TC-/)).toBeVisible();
    await police.goto("/tasks");
    await police.getByRole("link", { name: "Trần Văn Nam" }).click();
    await expect(police.getByText("Bạn đang xử lý đến")).toBeVisible();
    await police.getByRole("button", { name: "Xác nhận đúng người" }).click();
    await expect(police.getByText(/Đã xác nhận hồ sơ TC-/)).toBeVisible();
    await police.goto("/handovers");
    await police.getByRole("link", { name: "Chọn và xem danh sách" }).click();
    await expectAccessible(police);
    await police.getByRole("button", { name: "Xem danh sách 2 hồ sơ đang hiển thị" }).click();
    await expect(police.getByText("Danh sách sẽ ký: 2 người")).toBeVisible();
    await police.getByRole("button", { name: "Ký bàn giao" }).click();
    await expect(police.getByText(/Đã ký danh sách số 1/)).toBeVisible();
  });

  const health = await signIn(browser, people.health);
  await test.step("health disputes one line, receives the other and corrects the record", async () => {
    await health.goto("/handovers");
    await health.getByRole("link", { name: "Xem danh sách, không nhận từng dòng" }).click();
    await health.getByText("Không nhận một số dòng").click();
    await health.getByLabel(/Không nhận dòng \d+: Trần Văn Nam/).check();
    await health.getByLabel(/Lý do không nhận dòng 2/).fill("Người này không tiêm tại trạm.");
    await health.getByRole("button", { name: "Tiếp nhận các dòng còn lại" }).click();
    await expect(health.getByText("Người này không tiêm tại trạm.").first()).toBeVisible();
    await expectAccessible(health);
    await health.goto("/tasks?view=unit");
    await health.getByRole("link", { name: "Trần Văn Lạ" }).click();
    await expect(health.getByText("Công an đã xác nhận danh tính")).toBeVisible();
    await expect(health.getByText("Bạn đang xử lý đến")).toBeVisible();
    await health.getByRole("button", { name: "Gửi và sang hồ sơ tiếp" }).click();
    await expect(health.getByText(/^Đã gửi hồ sơ TC-\d+ cho cán bộ khác duyệt\.$/)).toBeVisible();
  });

  await test.step("what was disputed is back with police, who read why before they go on", async () => {
    await police.goto("/tasks");
    await police.getByRole("link", { name: "Trần Văn Nam" }).click();
    await expect(police.getByText("Người này không tiêm tại trạm.").first()).toBeVisible();
    await police.getByRole("button", { name: "Tôi đã đọc, làm tiếp" }).click();
    await expect(police.getByRole("button", { name: "Tôi đã đọc, làm tiếp" })).toHaveCount(0);
  });

  const approver = await signIn(browser, people.approver);
  await test.step("another officer approves, without the score, what neither of them may", async () => {
    await health.goto("/tasks/approvals");
    await expect(health.getByText("Bạn chưa được giao việc duyệt")).toBeVisible();
    await approver.goto("/tasks/approvals");
    await expectAccessible(approver);
    await approver.getByRole("link", { name: /Trần Thị Lạ/ }).click();
    await expect(approver.getByText("Điểm đối sánh không hiện ở bước này")).toBeVisible();
    await expect(approver.getByText("Trần Văn Lạ").first()).toBeVisible();
    await expectAccessible(approver);
    await expect(approver.getByText("Bạn đang xử lý đến")).toBeVisible();
    await approver.keyboard.press("Control+Enter");
    await expect(approver.getByText("Không có hồ sơ nào chờ bạn duyệt")).toBeVisible();
  });

  await test.step("the record waits for its source, with every hand that it went through", async () => {
    const { rows } = await owner.query(
      `select t.state, array(select e.event from task_event e where e.task_id = t.id order by e.version) as events
       from task t join record r on r.id = t.record_id where t.unit_id = $1 and r.full_name = 'Trần Thị Lạ'`,
      [commune.id],
    );
    const events = ["assign", "survey", "confirm", "receive", "submit", "pass", "approve"];
    expect(rows).toEqual([{ state: "publishing", events }]);
  });
});
