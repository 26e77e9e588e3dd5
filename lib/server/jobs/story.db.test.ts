import { afterAll, beforeAll, expect, it } from "vitest";
import type { Result } from "@/lib/domain/access/error-code";
import { receiveHandover, signHandover } from "@/lib/server/handovers/commands";
import { claimTask } from "@/lib/server/tasks/claim";
import { returnTask, submitTask } from "@/lib/server/tasks/correct";
import { getTaskDetail } from "@/lib/server/tasks/detail";
import { getPublicationFile, readPublicationRows } from "@/lib/server/tasks/publication-queries";
import { markPublished, preparePublication } from "@/lib/server/tasks/publications";
import { readReturn } from "@/lib/server/tasks/read-return";
import { confirmTask } from "@/lib/server/tasks/verify";
import { listTitles } from "@/prisma/factories/lists";
import { ownerClient } from "@/prisma/factories/owner";
import { makeStation, makeTask, OTHER_NAME, type Station, taskNow } from "@/prisma/factories/tasks";

const owner = ownerClient();
let station: Station;
beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
});
afterAll(() => owner.end());

function dataOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.reason}`);
  return result.data;
}

async function confirm(taskId: string, choices: object): Promise<void> {
  const { candidates } = await getTaskDetail.as(station.police, taskId);
  const { version } = await taskNow(owner, taskId);
  const personId = candidates[0]?.personId;
  dataOf(await claimTask.as(station.police, { taskId }));
  dataOf(await confirmTask.as(station.police, { taskId, version, personId, choices }));
}

async function handOver(): Promise<void> {
  const { handoverId } = dataOf(await signHandover.as(station.police, {}));
  dataOf(await receiveHandover.as(station.health, { handoverId, version: 1 }));
}

it("a record under somebody else's name goes from police to the station and back to its source", async () => {
  const { id: taskId, recordId, batchId, personId } = await makeTask(owner, station, OTHER_NAME);
  const { police, health, coordinator } = station;

  // Police confirm, the station finds it wrong and says why, police confirm once more.
  await confirm(taskId, { sex: { choice: "record" } });
  await handOver();
  const comment = "Họ tên chưa đúng với giấy tờ";
  const { version: received } = await taskNow(owner, taskId);
  dataOf(await returnTask.as(health, { taskId, version: received, comment }));
  expect(await getTaskDetail.as(police, taskId)).toMatchObject({ lastComment: comment });
  const { version: returned } = await taskNow(owner, taskId);
  dataOf(await readReturn.as(police, { taskId, version: returned }));
  await confirm(taskId, { fullName: { choice: "registry" } });
  await handOver();

  // The station takes what police confirmed, and sends.
  dataOf(await claimTask.as(health, { taskId }));
  const { version } = await taskNow(owner, taskId);
  const choices = {
    fullName: { choice: "registry" },
    phone: { choice: "edit", value: "0901234567" },
  };
  const sent = dataOf(await submitTask.as(health, { taskId, version, personId, choices }));
  expect(sent.state).toBe("publishing");

  // The coordinator takes the file to the source, and says that it was loaded.
  const prepare = await preparePublication.as(coordinator, { batchId });
  const { publicationId, records } = dataOf(prepare);
  expect(records).toBe(1);
  const { header } = await getPublicationFile.as(coordinator, publicationId);
  const file = { id: publicationId, header, after: 0 };
  const [row = []] = (await readPublicationRows.as(coordinator, file)).rows;
  const cell = (title: string) => row[listTitles("person").indexOf(title)];
  expect([cell("Họ và tên"), cell("SĐT")]).toEqual(["Nguyễn Thị Hòa", "0901234567"]);
  dataOf(await markPublished.as(coordinator, { publicationId, version: 1 }));

  expect(await taskNow(owner, taskId)).toMatchObject({ state: "closed", resolution: "corrected" });
  const { history, corrections, doses } = await getTaskDetail.as(coordinator, taskId);
  expect(history.map((line) => `${line.event} ${line.name ?? "–"}`)).toEqual([
    "assign –",
    "confirm Trịnh Văn An",
    "receive Lý Thị Trạm",
    "return Lý Thị Trạm",
    "confirm Trịnh Văn An",
    "receive Lý Thị Trạm",
    "submit Lý Thị Trạm",
    "pass –",
    "published –",
  ]);
  expect(corrections.map(({ field, source }) => [field, source]).sort()).toEqual([
    ["fullName", "police"],
    ["phone", "health"],
  ]);
  expect(corrections.every((correction) => correction.publishedAt !== null)).toBe(true);
  expect(doses).toHaveLength(1);

  // Each step left one line in the log, and none of them holds anything personal.
  const { rows } = await owner.query<{ command: string; line: string }>(
    `select command, row_to_json(a)::text as line from audit_entry a where result = 'done'
     and unit_path like $1 || '%' order by at`,
    [station.commune.province.path],
  );
  expect(rows.map((entry) => entry.command)).toEqual([
    "import.create",
    "task.claim",
    "task.confirm",
    "handover.sign",
    "handover.receive",
    "task.return",
    "task.readReturn",
    "task.claim",
    "task.confirm",
    "handover.sign",
    "handover.receive",
    "task.claim",
    "task.submit",
    "publication.prepare",
    "publication.mark",
  ]);
  const query =
    "select id_number, full_name, received->>'fullName' as old from record where id = $1";
  const personal = Object.values((await owner.query(query, [recordId])).rows[0]) as string[];
  for (const value of [...personal, "0901234567", comment]) {
    expect(rows.map((entry) => entry.line).join()).not.toContain(value);
  }
});
