import type { Page } from "@playwright/test";
import { makeCommune, makeHamlet, makeOfficer } from "@/prisma/factories/communes";
import type { OwnerConnection } from "@/prisma/factories/database";
import { type ListedWish, makeListed } from "@/prisma/factories/listed";

const NAMES = ["Nguyễn Thị Hòa", "Lê Văn An", "Trần Thị Bích"];

/** Two pages and a bit, all due on different days, one of them long ago. */
export async function makeList(owner: OwnerConnection) {
  const commune = await makeCommune(owner);
  const hamlet = await makeHamlet(owner, commune, "Ấp 3");
  const wishes = Array.from(
    { length: 120 },
    (_, at): ListedWish => ({
      fullName: at < NAMES.length ? (NAMES[at] ?? "") : `Phạm Văn Số ${1000 + at}`,
      dueOn:
        at === 0
          ? "2020-01-01"
          : `2031-${String(1 + (at % 12)).padStart(2, "0")}-${10 + (at % 19)}`,
      mainClass: at % 2 === 0 ? "typo" : "partial_date",
      hamlet: at % 3 === 0 ? hamlet : undefined,
    }),
  );
  await makeListed(owner, commune, wishes);
  return {
    commune,
    health: await makeOfficer(owner, { role: "health", unit: commune }),
    police: await makeOfficer(owner, { role: "police", unit: commune }),
    coordinator: await makeOfficer(owner, { role: "coordinator", unit: commune.province }),
  };
}

export const rows = (page: Page) => page.getByRole("table").getByRole("row");
export const nameAt = (page: Page, at: number) => rows(page).nth(at).getByRole("link").first();
