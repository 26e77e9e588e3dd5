import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scopeOf } from "@/lib/domain/access/scope";
import { transaction } from "@/lib/server/core/db";
import { approveModel } from "@/lib/server/matching/model-approve";
import { replayModel } from "@/lib/server/matching/model-commands";
import { getModelVersion, getRules } from "@/lib/server/matching/model-queries";
import { lockReplay, replaySlice } from "@/lib/server/matching/replay";
import { listReplayLines } from "@/lib/server/matching/replay-queries";
import { claimTask, releaseTask } from "@/lib/server/tasks/claim";
import { returnTask, submitTask } from "@/lib/server/tasks/correct";
import { readReturn } from "@/lib/server/tasks/read-return";
import { undoTask } from "@/lib/server/tasks/undo";
import { rejectCandidate } from "@/lib/server/tasks/verify";
import { ownerClient } from "@/prisma/factories/owner";
import {
  approve,
  type Centre,
  FORGIVES_A_LETTER,
  makeCentre,
  propose,
  replayed,
  replayedFile,
} from "@/prisma/factories/rules";
import {
  type MadeTask,
  makeStation,
  makeTask,
  makeTasks,
  OTHER_NAME,
  SLIP,
  type Station,
  taskNow,
} from "@/prisma/factories/tasks";
import { releaseJob } from "./release";
import { replayJob } from "./replay";

const owner = ownerClient();
let station: Station;
let centre: Centre;
beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  centre = await makeCentre(owner);
});
afterAll(() => owner.end());

const rule = (reason: string) => ({ ok: false, error: { code: "RULE", reason } });

/** Health sends the task with the registry's name: people have settled on that person. */
async function settled(task: MadeTask): Promise<void> {
  const { id: taskId, version, personId } = task;
  const choices = { fullName: { choice: "registry" } };
  const sent = await submitTask.as(station.health, { taskId, version, personId, choices });
  if (!sent.ok) throw new Error(sent.error.reason);
}

/** Health asks police, who say that it is somebody else. */
async function rejected({ id: taskId, version, personId }: MadeTask): Promise<void> {
  const comment = "Nhờ công an xem lại";
  await returnTask.as(station.health, { taskId, version, comment });
  const now = await taskNow(owner, taskId);
  const input = { taskId, version: now.version };
  await readReturn.as(station.police, input);
  const done = await rejectCandidate.as(station.police, { ...input, personId });
  if (!done.ok) throw new Error(done.error.reason);
}

async function lineOf(replayId: string, { recordId }: MadeTask) {
  const { rows } = await owner.query(
    `select verdict, open, before_outcome as before, after_outcome as after, after_person_id as "person",
       decided_person_id as decided from replay_line where replay_id = $1 and record_id = $2`,
    [replayId, recordId],
  );
  return rows[0];
}

async function releaseLineOf(releaseId: string, { id }: MadeTask): Promise<string | null> {
  const { rows } = await owner.query(
    "select outcome from model_release_line where release_id = $1 and task_id = $2",
    [releaseId, id],
  );
  return rows[0]?.outcome;
}

/** Everything that a shadow run must leave alone. */
async function liveData() {
  const tables = ["record", "task", "task_event", "correction", "match_result", "match_candidate"];
  const sums: Record<string, unknown> = {};
  for (const table of tables) {
    const { rows } = await owner.query(
      `select count(*) as n, md5(string_agg(x::text, '|' order by x::text)) as sum from ${table} x`,
    );
    sums[table] = rows[0];
  }
  return sums;
}

describe("a replay and what follows", () => {
  it("shows gains and wrong matches without touching anything, and approval releases the siblings", async () => {
    await bringBackFirst();
    const [waiting, agreed, other, open, confirmed] = await makeTasks(owner, station, [
      ...Array(4).fill(SLIP),
      OTHER_NAME,
    ]);
    if (!waiting || !agreed || !other || !open || !confirmed) throw new Error("no tasks");
    await settled(agreed);
    await rejected(other);
    const before = await liveData();
    const { version, replayId } = await replayedFile(centre, FORGIVES_A_LETTER);
    expect(await liveData()).toEqual(before);

    expect(await lineOf(replayId, waiting)).toMatchObject({ verdict: "released", open: true });
    expect(await lineOf(replayId, agreed)).toMatchObject({
      verdict: "gained",
      decided: agreed.personId,
      person: agreed.personId,
      before: "review",
      after: "matched",
    });
    expect(await lineOf(replayId, other)).toMatchObject({
      verdict: "contradicted",
      person: other.personId,
    });
    expect(await lineOf(replayId, confirmed)).toMatchObject({ verdict: "unchanged" });

    const detail = await getModelVersion.as(centre.approver, version);
    expect(detail.replay).toMatchObject({ state: "done" });
    const filter = { verdict: "contradicted" } as const;
    const { rows } = await listReplayLines.as(centre.approver, { replayId, filter });
    expect(rows.map((row) => row.recordId)).toContain(other.recordId);

    const unseen = await approveModel.as(centre.approver, { version });
    expect(unseen).toMatchObject(rule("contradictionsUnseen"));
    expect((await claimTask.as(station.health, { taskId: open.id })).ok).toBe(true);
    const releaseId = await approve(centre, version);

    expect(await taskNow(owner, waiting.id)).toMatchObject({
      state: "closed",
      resolution: "falseMismatch",
    });
    expect(await releaseLineOf(releaseId, waiting)).toBe("closed");
    // Police had said that it is somebody else: the pair stays apart whatever the model thinks.
    expect(await taskNow(owner, other.id)).toMatchObject({ state: "verifying" });
    expect(await releaseLineOf(releaseId, open)).toBe("held");
    expect((await getModelVersion.as(centre.approver, version)).release).toMatchObject({
      state: "running",
      held: [{ taskId: open.id }],
    });

    await releaseTask.as(station.health, { taskId: open.id });
    const { officerId } = centre.approver;
    await releaseJob({ releaseId, officerId });
    await releaseJob({ releaseId, officerId });
    expect(await taskNow(owner, open.id)).toMatchObject({ state: "closed" });
    expect(await releaseLineOf(releaseId, open)).toBe("closed");
    const { rows: events } = await owner.query(
      "select event from task_event where task_id = $1 order by version",
      [open.id],
    );
    expect(events.map((row) => row.event)).toEqual(["assign", "release", "pass", "published"]);
    expect((await getModelVersion.as(centre.approver, version)).release?.state).toBe("done");
  });

  it("sends back to the source what the new model repairs, and the repair can be taken back", async () => {
    await bringBackFirst();
    const task = await makeTask(owner, station, SLIP);
    const { version } = await replayed(centre);
    const releaseId = await approve(centre, version);
    expect(await releaseLineOf(releaseId, task)).toBe("publishing");
    expect(await nameOf(task)).toBe("Nguyễn Thị Hòa");
    const { version: now } = await taskNow(owner, task.id);
    const undone = await undoTask.as(station.health, { taskId: task.id, version: now });
    expect(undone).toMatchObject({ ok: true });
    expect(await nameOf(task)).toBe("Nguyễn Thị Hoàn");
  });

  it("goes on where a worker was killed, each record once", async () => {
    await bringBackFirst();
    await makeTasks(owner, station, Array(5).fill(SLIP));
    const { replayId } = await propose(centre);
    const slice = (size: number, dies: boolean) =>
      transaction(scopeOf(centre.proposer), async ({ sql }) => {
        const replay = await lockReplay(sql, replayId);
        if (replay) await replaySlice(sql, replay, size);
        if (dies) throw new Error("killed");
      });
    await slice(2, false);
    await expect(slice(2, true)).rejects.toThrow("killed");
    const { officerId } = centre.proposer;
    await replayJob({ replayId, officerId });
    await replayJob({ replayId, officerId });
    const { rows } = await owner.query(
      `select r.state, r.total, r.done, (select count(*)::int from replay_line l where l.replay_id = r.id) as lines
       from replay r where id = $1`,
      [replayId],
    );
    const { rows: cases } = await owner.query(
      "select count(distinct record_id)::int as n from task",
    );
    const { n } = cases[0];
    expect(rows).toEqual([{ state: "done", total: n, done: n, lines: n }]);
  });

  it("of an older version brings it back, with the history kept", async () => {
    await bringBackFirst();
    const { version: first } = (await getRules.as(centre.proposer)).model;
    const { version } = await replayed(centre);
    await approve(centre, version);
    const blind = await approveModel.as(centre.approver, { version: first, seen: true });
    expect(blind).toMatchObject(rule("replayNeeded"));
    await bringBackFirst();
    const { model } = await getRules.as(centre.proposer);
    expect(model.version).toBe(first);
    const { events } = await getModelVersion.as(centre.proposer, version);
    expect(events.map((one) => one.event)).toEqual(["retired", "approved", "proposed"]);
    // A record of today is compared with what was brought back.
    const task = await makeTask(owner, station, SLIP);
    expect(await modelOf(task)).toBe(first);
  });
});

async function nameOf({ recordId }: MadeTask): Promise<string> {
  const { rows } = await owner.query("select full_name as name from record where id = $1", [
    recordId,
  ]);
  return rows[0].name;
}

async function modelOf({ recordId }: MadeTask): Promise<string> {
  const { rows } = await owner.query(
    "select model_version as v from match_result where record_id = $1",
    [recordId],
  );
  return rows[0].v;
}

/** Back to the model that comes with the program, the way people would go. */
async function bringBackFirst(): Promise<void> {
  const { model, versions } = await getRules.as(centre.approver);
  const first = versions.find((one) => one.parentVersion === null)?.version ?? "";
  if (model.version === first) return;
  const asked = await replayModel.as(centre.proposer, { version: first });
  if (!asked.ok) throw new Error(asked.error.reason);
  const { replayId } = asked.data;
  await replayJob({ replayId, officerId: centre.proposer.officerId });
  await approve(centre, first);
}
