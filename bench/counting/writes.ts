import { v7 } from "uuid";
import type { Actor } from "@/lib/domain/access/actor";
import { foldProgress } from "@/lib/server/progress/fold";
import type { Owner } from "@/prisma/factories/communes";
import { quantile, type Result, round, say } from "../result";
import { publish, takeBack, toPublish } from "./moves";

/** Of pairs: one with counters, one without, right after each other. */
const ROUNDS = 24;
const SINGLE = 150;
const SLICE = 500;
/** What counters may add to a write, as a share. */
const LIMIT = 0.15;

const BARE_NAME = "bare UPDATE";

type Times = Record<"on" | "off", number[]>;

const TRIGGERS = {
  task: ["progress_insert", "progress_update"],
  record: ["progress_insert", "progress_update"],
  dose: ["progress_insert"],
};

/** Lets writes be counted, or not. */
export async function counters(owner: Owner, on: boolean): Promise<void> {
  for (const [table, names] of Object.entries(TRIGGERS)) {
    for (const name of names) {
      await owner.query(`alter table ${table} ${on ? "enable" : "disable"} trigger ${name}`);
    }
  }
}

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

interface Hands {
  owner: Owner;
  actor: Actor;
}

async function inOne(owner: Owner, work: () => Promise<unknown>): Promise<number> {
  return msOf(async () => {
    await owner.query("begin");
    await work();
    await owner.query("commit");
  });
}

/** As the portal does it, one after the other and all at once. */
async function published({ owner, actor }: Hands): Promise<{ one: number; many: number }> {
  const ids = await toPublish(owner, SINGLE + SLICE, 0);
  const singles: number[] = [];
  for (const id of ids.slice(0, SINGLE)) singles.push(await publish(actor, [id]));
  const many = await publish(actor, ids.slice(SINGLE));
  await takeBack(owner, ids);
  return { one: quantile(singles, 0.5), many };
}

const BARE =
  "update task set state = $2, state_since = now(), version = version + 1 where id = any($1::uuid[])";

/** The statement alone, which is never sent like that: nothing else is written along with it. */
async function bareMoves({ owner }: Hands): Promise<{ one: number; many: number }> {
  const ids = await toPublish(owner, SINGLE + SLICE, SINGLE + SLICE);
  const singles: number[] = [];
  const many: number[] = [];
  for (const state of ["closed", "publishing"]) {
    for (const id of ids.slice(0, SINGLE)) {
      singles.push(await msOf(() => owner.query(BARE, [[id], state])));
    }
    many.push(await msOf(() => owner.query(BARE, [ids.slice(SINGLE), state])));
  }
  return { one: quantile(singles, 0.5), many: quantile(many, 0.5) };
}

const RECORDS = `
  insert into record (id, source_system, source_id, batch_id, unit_id, unit_path, residence_status, received, full_name,
    birth_date, birth_precision, sex, id_number, phone)
  select x.id, 'bench-writes', x.id::text, (select id from import_batch limit 1), p.unit_id, p.unit_path, 'resolved', '{}',
    'Nguyễn Thị ' || x.n, date '1960-01-01' + x.n::int, 'day', 'female', '0790' || lpad(x.n::text, 8, '0'), '09' || lpad(x.n::text, 8, '0')
  from unnest($1::uuid[]) with ordinality as x(id, n) join bench_place p on p.slot = (x.n / 50)::int`;
const DOSES = `
  insert into dose (id, record_id, dose_no, injected_on, vaccine)
  select gen_random_uuid(), id, n, date '2021-08-01' + n, 'AstraZeneca'
  from unnest($1::uuid[]) as x(id) cross join generate_series(1, 2) n`;
const FOUND = `
  update record set outcome = case when n % 10 < 7 then 'matched' else 'review' end,
    main_class = case when n % 10 < 6 then 'same' else 'typo' end, main_field = 'fullName', score = 0.9, version = version + 1
  from unnest($1::uuid[]) with ordinality as x(id, n) where record.id = x.id`;
const TASKS = `
  insert into task (id, record_id, unit_id, unit_path, state, force, first_force, rule, main_class, main_field, effort)
  select gen_random_uuid(), r.id, r.unit_id, r.unit_path, 'verifying', 'police', 'police', 'policeUnsure', 'typo', 'fullName', 3
  from record r where r.id = any($1::uuid[]) and r.outcome = 'review'`;

/** A slice of an import, and of a comparison; what was made is taken away again, uncounted as it is. */
async function slices(owner: Owner): Promise<{ imported: number; compared: number }> {
  const ids = Array.from({ length: SLICE }, () => v7());
  const imported = await inOne(owner, async () => {
    await owner.query(RECORDS, [ids]);
    await owner.query(DOSES, [ids]);
  });
  const compared = await inOne(owner, async () => {
    await owner.query(FOUND, [ids]);
    await owner.query(TASKS, [ids]);
  });
  return { imported, compared };
}

const CLEAN = [
  "delete from dose d using record r where r.id = d.record_id and r.source_system = 'bench-writes'",
  "delete from task t using record r where r.id = t.record_id and r.source_system = 'bench-writes'",
  "delete from record where source_system = 'bench-writes'",
];

async function clean(owner: Owner): Promise<void> {
  await owner.query("alter table dose disable trigger progress_delete");
  for (const text of CLEAN) await owner.query(text);
  await owner.query("alter table dose enable trigger progress_delete");
}

/** One run of every kind, in milliseconds by name; figures are left as they were. */
async function runAll(hands: Hands): Promise<Record<string, number>> {
  const moved = await published(hands);
  const bare = await bareMoves(hands);
  const { imported, compared } = await slices(hands.owner);
  return {
    "a task is closed": moved.one,
    [`${SLICE} tasks are closed at once`]: moved.many,
    [`${SLICE} records imported with doses`]: imported,
    [`${SLICE} records compared, tasks made`]: compared,
    [`${BARE_NAME}, of one`]: bare.one,
    [`${BARE_NAME}, of ${SLICE} at once`]: bare.many,
  };
}

/** What counters add, as a share. The machine is slower at one time than at another: each run is held against its neighbour. */
export function addedBy({ on, off }: Times): number {
  const added = on.map((ms, round) => ms / (off[round] ?? ms) - 1);
  return quantile(added, 0.5);
}

function resultsOf(name: string, times: Times): Result[] {
  const [ours, peer] = [round(quantile(times.on, 0.5)), round(quantile(times.off, 0.5))];
  return [
    { case: name, metric: "with counters, without", ours, peer, limit: null, unit: "ms" },
    {
      case: name,
      metric: "  added",
      ours: round(addedBy(times)),
      peer: null,
      limit: LIMIT,
      unit: "",
    },
  ];
}

/** What counters add to writes: with them and without, by turns. */
export async function writes(owner: Owner, actor: Actor): Promise<Result[]> {
  const fold = setInterval(() => void foldProgress(), 1000);
  const times = new Map<string, Times>();
  for (let n = -1; n < ROUNDS; n += 1) {
    for (const way of n % 2 === 0 ? (["on", "off"] as const) : (["off", "on"] as const)) {
      await counters(owner, way === "on");
      const run = await runAll({ owner, actor });
      for (const [name, ms] of Object.entries(n < 0 ? {} : run)) {
        const all = times.get(name) ?? { on: [], off: [] };
        all[way].push(ms);
        times.set(name, all);
      }
    }
    say(`writes, round ${n + 1}`);
  }
  await counters(owner, true);
  clearInterval(fold);
  await clean(owner);
  // What was imported while they counted is gone without having been uncounted.
  await owner.query("select check_progress(gen_random_uuid(), true, gen_random_uuid())");
  await foldProgress();
  return [...times].flatMap(([name, all]) => resultsOf(name, all));
}
