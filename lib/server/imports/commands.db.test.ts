import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeOfficer } from "@/prisma/factories/communes";
import { importList, uploadList } from "@/prisma/factories/imports";
import { csvFile, listRows } from "@/prisma/factories/lists";
import { ownerClient } from "@/prisma/factories/owner";
import { inventPerson } from "@/prisma/factories/registry-people";
import { makeStation, type Station } from "@/prisma/factories/tasks";
import { createImport, MOST_MEGABYTES } from "./commands";
import { listBatches, listIssues } from "./queries";

const owner = ownerClient();
let station: Station;
beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
});
afterAll(() => owner.end());

const MEGABYTE = 1024 * 1024;
const upload = (file: Blob) => ({ file, fileName: "danh-sach.csv", era: "past" });

/** Claims a size without having it. */
class Claimed extends Blob {
  override get size(): number {
    return MOST_MEGABYTES * MEGABYTE + 1;
  }
}

describe("taking a list in", () => {
  it("keeps every byte of the file, in pieces, and asks for it to be read once", async () => {
    const bytes = Buffer.alloc(2.5 * MEGABYTE);
    for (let i = 0; i < bytes.length; i += 1) bytes[i] = (i * 31 + (i >> 8)) % 256;
    const batchId = await uploadList(station.coordinator, { file: new Blob([bytes]) });
    const { rows } = await owner.query<{ data: Buffer }>(
      "select data from import_chunk where batch_id = $1 order by seq",
      [batchId],
    );
    expect(rows).toHaveLength(3);
    expect(Buffer.concat(rows.map((row) => row.data)).equals(bytes)).toBe(true);
    const jobs = await owner.query(
      "select data from pgboss.job where name = 'import' and data->>'batchId' = $1",
      [batchId],
    );
    const { officerId } = station.coordinator;
    expect(jobs.rows).toEqual([{ data: { batchId, officerId } }]);
  });

  it.each([
    ["an empty file", new Blob([]), "fileEmpty"],
    ["a file beyond all measure", new Claimed(["a"]), "fileTooBig"],
  ])("refuses %s, and keeps nothing of it", async (_, file, reason) => {
    const before = (await listBatches.as(station.coordinator)).length;
    const refused = await createImport.as(station.coordinator, upload(file));
    expect(refused).toMatchObject({ error: { code: "RULE", reason } });
    expect(await listBatches.as(station.coordinator)).toHaveLength(before);
  });

  it("is for coordinators", async () => {
    const admin = await makeOfficer(owner, { role: "admin", unit: station.commune.province });
    for (const officer of [station.health, station.police, admin]) {
      const refused = await createImport.as(officer, upload(new Blob(["a"])));
      expect(refused).toMatchObject({ error: { code: "FORBIDDEN" } });
    }
  });
});

describe("the list of what is wrong", () => {
  it("gives every cell once, page by page, in the order of the file", async () => {
    const { province, name: communeName } = station.commune;
    const place = { provinceName: province.name, communeName };
    // Two cells of each line are wrong, so that a page ends in the middle of one.
    const people = Array.from({ length: 63 }, (_, i) => ({
      ...inventPerson(),
      ...place,
      sourceId: `I${i}`,
      sex: "khác",
      phone: "12",
    }));
    const file = csvFile(listRows(people));
    const { batchId } = await importList(owner, station.coordinator, { file });
    const told: string[] = [];
    const pages: number[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const asked = { batchId, severity: "warning", after };
      const page: Awaited<ReturnType<typeof listIssues>> = await listIssues.as(
        station.coordinator,
        asked,
      );
      told.push(...page.issues.map((issue) => `${issue.rowNo} ${issue.column}`));
      pages.push(page.issues.length);
      after = page.next;
    }
    expect(pages).toEqual([50, 50, 26]);
    const lines = Array.from({ length: 63 }, (_, i) => i + 2);
    expect(told).toEqual(lines.flatMap((row) => [`${row} Giới tính`, `${row} SĐT`]));
  });
});
