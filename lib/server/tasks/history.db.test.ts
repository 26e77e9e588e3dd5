import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Happened, stateAfter } from "@/lib/domain/tasks/history";
import { ownerOf, type TaskState } from "@/lib/domain/tasks/states";
import { type ApprovingStation, makeApprovingStation } from "@/prisma/factories/approvals";
import { ownerClient } from "@/prisma/factories/owner";
import { movePresses, type Presses } from "@/prisma/factories/presses";
import { type Centre, makeCentre } from "@/prisma/factories/rules";
import { setShares } from "@/prisma/factories/sampling";
import {
  handOver,
  type MadeTask,
  makeStation,
  makeTasks,
  OTHER_NAME,
  SLIP,
  type Station,
  taskNow,
  type Wish,
} from "@/prisma/factories/tasks";
import { approveTask, returnApproval } from "./approve";
import { claimTask } from "./claim";
import { returnTask, submitTask } from "./correct";
import { listPublications } from "./publication-queries";
import { markPublished, preparePublication } from "./publications";
import { readReturn } from "./read-return";
import { reportSystem } from "./report";
import { rejectReports, upholdReports } from "./report-decide";
import { listReportGroups } from "./report-queries";
import { confirmTask, rejectCandidate, surveyTask } from "./verify";

const owner = ownerClient();
let station: ApprovingStation;
let other: Station;
let centre: Centre;
let presses: Presses;
beforeAll(async () => {
  await owner.connect();
  station = await makeApprovingStation(owner);
  await setShares(owner, { low: 0.5, middle: 0.5, high: 0.5, newOfficer: 0.5 });
  other = await makeStation(owner);
  presses = { ...COMMANDS, ...movePresses({ owner, station, other }) };
  centre = await makeCentre(owner);
});
afterAll(() => owner.end());

const NOBODY: Wish = { record: { idNumber: "", fullName: "Trần Văn Lạ" }, person: null };
const TAKEN = { fullName: { choice: "registry" }, phone: { choice: "edit", value: "0901234567" } };
const TYPED = { fullName: { choice: "edit", value: "Nguyễn Thị Hoa" } };
const comment = "Cần xem lại";
const REPORT = { reason: "right_refused", expected: "same_person_name_harmless" } as const;

/** The group of reports that comes first; without any, one that is nobody's. */
async function firstGroup() {
  const { groups } = await listReportGroups.as(centre.proposer);
  const { field = null, level = null, expected = "other" } = groups[0] ?? {};
  return { field, level, expected, note: comment };
}

/** Whatever somebody may press, whether or not it is allowed at that moment. */
const COMMANDS: Presses = {
  read: (input) => readReturn.as(station.police, input),
  claim: (input) => claimTask.as(station.health, input),
  survey: (input) => surveyTask.as(station.health, { ...input, comment }),
  confirm: (input) => confirmTask.as(station.police, { ...input, choices: TAKEN }),
  confirmTyped: (input) => confirmTask.as(station.police, { ...input, choices: TYPED }),
  reject: (input) => rejectCandidate.as(station.police, input),
  handOver: () => handOver(station).catch(() => "nothing to sign"),
  submit: (input) => submitTask.as(station.health, { ...input, choices: TAKEN }),
  submitTyped: (input) => submitTask.as(station.health, { ...input, choices: TYPED }),
  submitNothing: (input) => submitTask.as(station.health, { ...input, choices: {} }),
  return: (input) => returnTask.as(station.health, { ...input, comment }),
  report: (input) => reportSystem.as(station.health, { ...input, ...REPORT }),
  reportByPolice: (input) => reportSystem.as(station.police, { ...input, ...REPORT }),
  uphold: async () => upholdReports.as(centre.proposer, await firstGroup()),
  rejectReports: async () => rejectReports.as(centre.proposer, await firstGroup()),
  approve: (input) => approveTask.as(station.approver, input),
  notApproved: (input) => returnApproval.as(station.approver, { ...input, comment }),
  prepare: (_, { batchId }) => preparePublication.as(station.coordinator, { batchId }),
  mark: async () => {
    const { publications } = await listPublications.as(station.coordinator);
    const open = publications.find((one) => one.state === "prepared");
    const { id: publicationId, version = 1 } = open ?? {};
    return publicationId
      ? markPublished.as(station.coordinator, { publicationId, version })
      : "none";
  },
};

interface Press {
  command: string;
  task: number;
  stale: boolean;
}
const anyPress = (): fc.Arbitrary<Press> =>
  fc.record({
    command: fc.constantFrom(...Object.keys(presses)),
    task: fc.nat(2),
    stale: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  });

async function play(tasks: readonly MadeTask[], pressed: readonly Press[]): Promise<void> {
  for (const { command, task: at, stale } of pressed) {
    const task = tasks[at % tasks.length];
    if (!task) continue;
    const { version } = await taskNow(owner, task.id);
    const personId = task.personId || null;
    const input = { taskId: task.id, version: stale ? version - 1 : version, personId };
    const answer = await presses[command]?.(input, task);
    expect(answer, command).not.toMatchObject({ error: { code: "UNEXPECTED" } });
  }
}

interface EventRow extends Happened {
  from: string;
  to: string;
  version: number;
}

async function eventsOf(taskId: string): Promise<EventRow[]> {
  const { rows } = await owner.query<EventRow>(
    `select event, by_owner as by, from_state as "from", to_state as "to", version,
       decided->>'route' as route, decided->>'proposed' as proposed, (decided->>'sampled')::boolean as sampled
     from task_event where task_id = $1 order by version`,
    [taskId],
  );
  return rows;
}

/** What was decided by an event; nothing is not the same as "no". */
function happened({ event, by, route, proposed, sampled }: EventRow): Happened {
  return {
    event,
    by,
    route: route ?? undefined,
    proposed: proposed ?? undefined,
    sampled: sampled ?? undefined,
  };
}

async function checkHistory({ id }: MadeTask): Promise<void> {
  const now = await taskNow(owner, id);
  const events = await eventsOf(id);
  expect(stateAfter("police", events.map(happened))).toBe(now.state);
  const { rows } = await owner.query<{ resumeTo: TaskState | null }>(
    `select resume_to as "resumeTo" from task where id = $1`,
    [id],
  );
  expect(now.force).toBe(ownerOf({ state: now.state, ...rows[0] }));
  expect(events.map((event) => event.version)).toEqual(events.map((_, i) => i + 2));
  expect(now.version).toBe(events.length + 1);
  expect(events.map((event) => event.from)).toEqual(
    ["new", ...events.map((e) => e.to)].slice(0, -1),
  );
}

/** What a record holds is what it came with and every correction since, each on top of the last. */
async function checkValues({ recordId }: MadeTask): Promise<void> {
  const { rows } = await owner.query(
    `select full_name as "fullName", phone, received, (select count(*)::int from dose where record_id = r.id) as doses
     from record r where id = $1`,
    [recordId],
  );
  const [record] = rows;
  const corrections = await owner.query(
    `select field, from_value, to_value from correction where record_id = $1 order by at, id`,
    [recordId],
  );
  const value = { fullName: record.received.fullName, phone: record.received.phone };
  for (const { field, from_value, to_value } of corrections.rows) {
    expect(value[field as keyof typeof value]).toBe(from_value);
    value[field as keyof typeof value] = to_value;
  }
  expect({ fullName: record.fullName, phone: record.phone }).toEqual(value);
  expect(record.doses).toBe(1);
}

it("whatever is pressed in whatever order, a task is where its events have brought it", async () => {
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(anyPress(), { minLength: 25, maxLength: 50 }), async (pressed) => {
      const tasks = await makeTasks(owner, station, [SLIP, OTHER_NAME, NOBODY]);
      await play(tasks, pressed);
      for (const task of tasks) {
        await checkHistory(task);
        await checkValues(task);
        reached.add((await taskNow(owner, task.id)).state);
      }
    }),
    { numRuns: 8, endOnFailure: true },
  );
  // Otherwise nothing was ever allowed, and the property says little.
  expect(reached.size).toBeGreaterThan(2);
}, 180_000);
