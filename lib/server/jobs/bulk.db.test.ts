import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getBulk, listBulkLines } from "@/lib/server/tasks/bulk/queries";
import { claimTask } from "@/lib/server/tasks/claim";
import { submitTask } from "@/lib/server/tasks/correct";
import {
  bulkEnds,
  DATE_SLIPS,
  NUMBER_SLIPS,
  numberSlip,
  startedBulk,
  stubborn,
} from "@/prisma/factories/bulks";
import { ownerClient } from "@/prisma/factories/owner";
import {
  type MadeTask,
  makeConfirmed,
  makeStation,
  makeTasks,
  SLIP,
  taskNow,
  type Wish,
} from "@/prisma/factories/tasks";
import { bulkJob } from "./bulk";

const owner = ownerClient();
beforeAll(() => owner.connect());
afterAll(() => owner.end());

const RIGHT = "Nguyễn Thị Hòa";
const WRONG = "Nguyễn Thị Hoàn";
const COUNT = 11;

async function nameOf({ recordId }: MadeTask): Promise<string> {
  const { rows } = await owner.query("select full_name from record where id = $1", [recordId]);
  return rows[0].full_name;
}

async function historyOf({ id }: MadeTask): Promise<string[]> {
  const { rows } = await owner.query<{ line: string }>(
    "select event || ' ' || to_state as line from task_event where task_id = $1 order by version",
    [id],
  );
  return rows.map((row) => row.line);
}

async function made(wish: () => Wish, count = COUNT) {
  const station = await makeStation(owner);
  const tasks = await makeTasks(owner, station, Array.from({ length: count }, wish));
  return { station, tasks };
}

const sum = (counts: Record<string, number>) =>
  Object.values(counts).reduce((all, one) => all + one, 0);

describe("one rule for all tasks of one cause", () => {
  it("takes the registry's name of each, in the very steps of a single sending", async () => {
    const { station, tasks } = await made(() => SLIP);
    const { officerId } = station.health;
    const bulkId = await startedBulk(station.health);
    await bulkJob({ bulkId, officerId });

    const [task] = tasks as [MadeTask];
    const steps = ["assign correcting", "submit rematching", "pass publishing"];
    expect(await historyOf(task)).toEqual(steps);
    for (const one of tasks) {
      expect(await nameOf(one)).toBe(RIGHT);
      expect(await taskNow(owner, one.id)).toMatchObject({ state: "publishing" });
    }
    const { rows } = await owner.query(
      `select field, from_value, to_value, source, by_id from correction where record_id = any($1)`,
      [tasks.map((one) => one.recordId)],
    );
    const correction = {
      field: "fullName",
      from_value: WRONG,
      to_value: RIGHT,
      source: "registry",
      by_id: officerId,
    };
    expect(rows).toEqual(Array(COUNT).fill(correction));
    const bulk = await getBulk.as(station.health, bulkId);
    expect(bulk).toMatchObject({ state: "done", total: COUNT, done: COUNT, mayUndo: true });
    expect(bulk.outcomes).toEqual({ applied: COUNT });
  });

  it("leaves out what somebody has open, has moved or what a guard refuses, each with its reason", async () => {
    const { station, tasks } = await made(() => SLIP, COUNT + 6);
    const [open, sent, other, rejected, read, gone] = tasks as MadeTask[] &
      Record<number, MadeTask>;
    if (!open || !sent || !other || !rejected || !read || !gone) throw new Error("too few");
    const bulkId = await startedBulk(station.health);
    // Everything below happens between the start and the worker's turn.
    await claimTask.as(station.health, { taskId: open.id });
    await submitTask.as(station.health, {
      taskId: sent.id,
      version: sent.version,
      personId: sent.personId,
      choices: { fullName: { choice: "registry" } },
    });
    await owner.query(`insert into not_a_match (record_id, person_id, by_id) values ($1, $2, $3)`, [
      rejected.recordId,
      rejected.personId,
      station.police.officerId,
    ]);
    await owner.query("update task set unread_return = true where id = $1", [read.id]);
    await owner.query("update person set birth_date = birth_date + 400 where id = $1", [
      other.personId,
    ]);
    await owner.query("delete from person_key where person_id = $1", [gone.personId]);
    await bulkJob({ bulkId, officerId: station.health.officerId });

    const left: [MadeTask, string][] = [
      [open, "skippedOpen"],
      [rejected, "refused: rejectedBefore"],
      [read, "refused: read"],
      [other, "refused: moreDifferences"],
      [gone, "refused: noCandidate"],
    ];
    const ends = await bulkEnds(owner, bulkId);
    for (const [task, end] of left) {
      expect(ends.get(task.id)).toBe(end);
      expect(await nameOf(task)).toBe(WRONG);
      expect(await taskNow(owner, task.id)).toMatchObject({ state: "correcting", version: 2 });
    }
    expect(ends.get(sent.id)).toBe("changed");
    const rest = tasks.slice(6).map((task) => ends.get(task.id));
    expect(rest).toEqual(Array(COUNT).fill("applied"));
    const bulk = await getBulk.as(station.health, bulkId);
    expect(sum(bulk.outcomes)).toBe(bulk.total);
    const skipped = await listBulkLines.as(station.health, { bulkId, outcome: "refused" });
    const refused = [rejected, read, other, gone].map((one) => one.id);
    expect(skipped.lines.map((line) => line.taskId).sort()).toEqual(refused.sort());
  });

  it("corrects, compares and gives back what still differs, on the list where it was", async () => {
    // Of a few the other date is another kind of difference: they are in no cluster of this one.
    const { station, tasks } = await made(stubborn, COUNT + 3);
    const [task] = tasks as [MadeTask];
    await owner.query("update task set assignee_id = $2 where id = $1", [
      task.id,
      station.police.officerId,
    ]);
    const bulkId = await startedBulk(station.health, { key: DATE_SLIPS });
    await bulkJob({ bulkId, officerId: station.health.officerId });
    expect((await bulkEnds(owner, bulkId)).get(task.id)).toBe("notAccepted: number_one_field");
    expect(await historyOf(task)).toEqual([
      "assign correcting",
      "submit rematching",
      "fail correcting",
    ]);
    expect((await taskNow(owner, task.id)).assigneeId).toBe(station.police.officerId);
    const bulk = await getBulk.as(station.health, bulkId);
    expect(bulk.outcomes).toEqual({ notAccepted: bulk.total });
  });

  it("leaves to single work what police have confirmed", async () => {
    const { station } = await made(() => SLIP);
    const confirmed = await makeConfirmed(owner, station, {
      wish: { record: { fullName: "Trần Văn Nam" } },
      choices: { fullName: { choice: "edit", value: "Nguyễn Thị Hòa Bình" } },
    });
    await owner.query("update record set main_level = 'typo_1' where id = $1", [
      confirmed.recordId,
    ]);
    const bulkId = await startedBulk(station.health);
    await bulkJob({ bulkId, officerId: station.health.officerId });
    expect((await bulkEnds(owner, bulkId)).get(confirmed.id)).toBe("refused: confirmed");
    const bulk = await getBulk.as(station.health, bulkId);
    expect(bulk.outcomes).toEqual({ applied: COUNT, refused: 1 });
  });

  it("keeps records as they are and closes those that agree by now as false alarms", async () => {
    const { station, tasks } = await made(() => SLIP);
    const [still, ...agreeing] = tasks as [MadeTask, ...MadeTask[]];
    const ids = agreeing.map((task) => task.personId);
    await owner.query("update person set full_name = $2 where id = any($1)", [ids, WRONG]);
    const bulkId = await startedBulk(station.health, { rule: "keepRecord" });
    await bulkJob({ bulkId, officerId: station.health.officerId });
    const ends = await bulkEnds(owner, bulkId);
    expect(ends.get(still.id)).toBe("refused: stillDiffers");
    for (const task of agreeing) {
      expect(ends.get(task.id)).toBe("applied");
      const now = await taskNow(owner, task.id);
      expect(now).toMatchObject({ state: "closed", resolution: "falseMismatch" });
      expect(await nameOf(task)).toBe(WRONG);
    }
  });

  it("has police confirm the registry's number, and changes no record", async () => {
    const { station, tasks } = await made(numberSlip);
    const bulkId = await startedBulk(station.police, { key: NUMBER_SLIPS });
    await bulkJob({ bulkId, officerId: station.police.officerId });
    const bulk = await getBulk.as(station.police, bulkId);
    expect(bulk.outcomes).toEqual({ applied: COUNT });
    for (const task of tasks) {
      expect(await taskNow(owner, task.id)).toMatchObject({ state: "handover" });
      const { rows } = await owner.query(
        `select t.confirmed->>'idNumber' as confirmed, t.confirmed_person_id as "personId", r.id_number as record,
           p.id_number as person from task t join record r on r.id = t.record_id join person p on p.id = $2
         where t.id = $1`,
        [task.id, task.personId],
      );
      expect(rows[0]).toMatchObject({ confirmed: rows[0].person, personId: task.personId });
      expect(rows[0].record).not.toBe(rows[0].person);
    }
  });
});
