import { CURRENT_MODEL } from "@/lib/domain/matching/model";
import {
  type MadeCommune,
  makeCommune,
  makeNation,
  makeOfficer,
  type Owner,
} from "@/prisma/factories/communes";
import type { ListPerson } from "@/prisma/factories/lists";
import { inventPerson, makePerson } from "@/prisma/factories/registry-people";
import { expectAccessible } from "./support/accessible";
import { expect, test } from "./support/fixtures-base";
import { importList, listLine } from "./support/import-list";
import { signIn } from "./support/sign-in";

/** The version that the program brings along. */
const BUILT_IN = CURRENT_MODEL.version;

/** One wrong letter in each name, and the registry knows the right one. */
const SURNAMES = ["Trần", "Lê", "Phạm"];

async function makeList(owner: Owner, commune: MadeCommune): Promise<ListPerson[]> {
  const people: ListPerson[] = [];
  for (const surname of SURNAMES) {
    const person = inventPerson();
    await makePerson(owner, { ...person, fullName: `${surname} Thị Hòa` });
    const { sex: _, ...written } = person;
    const sourceId = `R-${person.idNumber}`;
    people.push(listLine(commune, { ...written, sourceId, fullName: `${surname} Thị Hoàn` }));
  }
  return people;
}

test("an officer reports the system, the centre runs a better model in the shadow, and its approval closes the work", async ({
  browser,
  owner,
}) => {
  test.setTimeout(240_000);
  const commune = await makeCommune(owner);
  const nation = await makeNation(owner);
  const officer = (role: "coordinator" | "health", fullName: string, unit = nation) =>
    makeOfficer(owner, { role, unit, fullName });
  const province = await officer("coordinator", "Phan Nhập Liệu", commune.province);
  const health = await signIn(browser, await officer("health", "Lê Báo Nhầm", commune));
  const proposer = await signIn(browser, await officer("coordinator", "Hồ Đề Xuất"));
  const approver = await signIn(browser, await officer("coordinator", "Mạc Phê Duyệt"));
  await importList(await signIn(browser, province), await makeList(owner, commune));

  await test.step("F9 on the task: the centre has it, the officer gets the next", async () => {
    await health.goto("/tasks");
    await health.getByRole("link", { name: "Trần Thị Hoàn" }).click();
    await expect(health.getByText("Bạn đang xử lý đến")).toBeVisible();
    await health.keyboard.press("F9");
    const dialog = health.getByRole("dialog", { name: "Báo hệ thống nhầm" });
    await expect(dialog.getByLabel("Hệ thống nhầm ở chỗ nào?")).toBeFocused();
    await expectAccessible(health);
    await dialog.getByLabel("Hệ thống nhầm ở chỗ nào?").selectOption("right_refused");
    await dialog.getByLabel("Đáng lẽ phải là gì?").selectOption("same_person_name_harmless");
    await dialog.getByRole("button", { name: "Gửi báo cáo và sang hồ sơ tiếp" }).click();
    await expect(health.getByText(/Đã báo hệ thống nhầm ở hồ sơ TC-/)).toBeVisible();
    await expect(health.getByRole("heading", { level: 1 })).toHaveText(/(Lê|Phạm) Thị Hoàn/);
  });

  await test.step("another of the same kind is settled by hand: people have decided", async () => {
    await health.goto("/tasks");
    await health.getByRole("link", { name: "Lê Thị Hoàn" }).click();
    await expect(health.getByText("Bạn đang xử lý đến")).toBeVisible();
    await expect(health.getByRole("row", { name: "Họ và tên" })).toBeFocused();
    await health.keyboard.press("ArrowRight");
    await health.keyboard.press("Control+Enter");
    await expect(health.getByText(/đã khớp, chờ ghi về nguồn/)).toBeVisible();
  });

  await test.step("the centre sees the cause, and agrees", async () => {
    await proposer.goto("/matching");
    await proposer.getByRole("link", { name: "Phòng quy tắc" }).click();
    await expect(proposer.getByRole("heading", { level: 1 })).toHaveText("Phòng quy tắc");
    await expectAccessible(proposer);
    await proposer.getByRole("link", { name: "Báo hệ thống nhầm" }).click();
    await expect(proposer.getByText("tên khác một chữ cái")).toBeVisible();
    await expectAccessible(proposer);
    await proposer.getByText("Hệ thống nhầm thật").click();
    await proposer.getByRole("button", { name: "Công nhận cả nhóm" }).click();
    await expect(proposer.getByText("1 nhiệm vụ trở về cán bộ đã báo")).toBeVisible();
  });

  const version =
    await test.step("a proposal runs in the shadow, and changes nothing", async () => {
      await proposer.goto("/matching/rules/propose");
      await proposer.getByText("Họ và tên", { exact: true }).click();
      await proposer
        .getByLabel("Có được bỏ qua không: Tên khác một chữ cái")
        .selectOption("others_agree");
      await proposer.getByLabel("Vì sao đề xuất").first().fill("Một chữ gõ sai, còn lại đều khớp");
      await expectAccessible(proposer);
      await proposer.getByRole("button", { name: "Đề xuất và chạy thử" }).first().click();
      await expect(proposer.getByText("Không hồ sơ nào bị thay đổi")).toBeVisible({
        timeout: 60_000,
      });
      await expect(proposer.getByText("cần một điều phối khác ở trung ương duyệt")).toBeVisible();
      await expectAccessible(proposer);
      const title = await proposer.getByRole("heading", { level: 1 }).textContent();
      return (title ?? "").replace("Phiên bản ", "");
    });

  await test.step("somebody else looks at it record by record and approves", async () => {
    await approver.goto(`/matching/rules/versions/${version}`);
    const gained = approver.getByRole("heading", { name: "Được thêm, người cũng đã đồng ý" });
    await expect(gained).toBeVisible();
    await approver
      .getByRole("link", { name: /^\d+ hồ sơ$/ })
      .first()
      .click();
    await expect(approver.getByRole("row").filter({ hasText: commune.name })).not.toHaveCount(0);
    await expect(approver.getByRole("main")).not.toContainText("Thị Hoàn");
    await expectAccessible(approver);
    await approver.goto(`/matching/rules/versions/${version}`);
    await approver.getByRole("button", { name: "Duyệt và đưa vào dùng" }).click();
    await expect(approver.getByText("Đã tự sửa, chờ ghi về nguồn")).toBeVisible({
      timeout: 60_000,
    });
    // The third task is open at the officer's just now: it waits, and is named.
    await expect(approver.getByRole("link", { name: /TC-.*Lê Báo Nhầm/ })).toBeVisible();
    await expectAccessible(approver);
  });

  await test.step("the officer is told, and the reported record is off the list", async () => {
    await health.goto("/home");
    await health.getByRole("link", { name: "Đọc câu trả lời cho 1 báo cáo" }).click();
    await expect(health.getByText("Hệ thống nhầm thật")).toBeVisible();
    await expectAccessible(health);
    await health.goto("/tasks");
    await expect(health.getByRole("link", { name: "Phạm Thị Hoàn" })).toBeVisible();
    await expect(health.getByRole("link", { name: "Trần Thị Hoàn" })).toHaveCount(0);
  });

  await test.step("the older version is brought back", async () => {
    await proposer.goto(`/matching/rules/versions/${BUILT_IN}`);
    await proposer.getByRole("button", { name: /^Chạy thử( lại)?$/ }).click();
    await expect(proposer.getByText("Không hồ sơ nào bị thay đổi")).toBeVisible({
      timeout: 60_000,
    });
    await approver.goto(`/matching/rules/versions/${BUILT_IN}`);
    const seen = approver.getByRole("checkbox", { name: /Tôi đã xem các hồ sơ/ });
    if (await seen.isVisible()) await seen.check();
    await approver.getByRole("button", { name: "Đưa phiên bản này trở lại" }).click();
    await expect(approver.getByText("Đang dùng", { exact: true })).toBeVisible();
    await approver.goto("/matching/rules");
    await expect(approver.getByText(`Phiên bản ${BUILT_IN}`)).toBeVisible();
  });
});
