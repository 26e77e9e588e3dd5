import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeCommune, makeOfficer } from "@/prisma/factories/communes";
import { makeListed } from "@/prisma/factories/listed";
import { ownerClient } from "@/prisma/factories/owner";
import { makeStation, type Station } from "@/prisma/factories/tasks";
import { PROGRESS_COLUMNS, ProgressAnswer, progressAnswer, progressTable } from "./answer";
import { getProgress, type ProgressPage } from "./queries";

const owner = ownerClient();
let station: Station;
let page: ProgressPage;

beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  const { commune } = station;
  await makeListed(owner, commune, [{ fullName: "Lê Văn An" }, { fullName: "Võ Thị Cúc" }]);
  await makeListed(owner, await makeCommune(owner, commune.province), [{ fullName: "Đỗ Ân" }]);
  const leader = await makeOfficer(owner, { role: "leader", unit: commune.province });
  page = await getProgress.as(leader, undefined);
});
afterAll(() => owner.end());

describe("figures for another program", () => {
  it("are what the description says, and name no more of a place than it needs", () => {
    const answer = progressAnswer(page);
    expect(ProgressAnswer.strict().parse(answer)).toEqual(answer);
    expect(answer.figures).toMatchObject({ total: 3, open: 3 });
    expect(Object.keys(answer.children[0] ?? {}).sort()).toEqual([
      "figures",
      "id",
      "level",
      "name",
    ]);
  });

  it("are the same as a table, whose lines add up to the sum", async () => {
    const text = await new Response(progressTable(page)).text();
    const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
    expect(Object.keys(rows[0] ?? {})).toEqual(PROGRESS_COLUMNS);
    const [sum, ...lines] = rows;
    expect(lines.map(({ line }) => line)).toEqual(["below", "below"]);
    const numbers = PROGRESS_COLUMNS.slice(PROGRESS_COLUMNS.indexOf("total"));
    for (const column of numbers) {
      const added = lines.reduce((all, one) => all + Number(one[column]), 0);
      expect(added, column).toBe(Number(sum?.[column]));
    }
    expect(sum).toMatchObject({ total: "3", at: page.at.toISOString() });
  });
});
