import { v7 } from "uuid";
import { foldProgress } from "@/lib/server/progress/fold";
import type { Owner } from "@/prisma/factories/communes";
import { quantile, type Result, round, say } from "../result";

/** Of pairs: one with counters, one without, right after each other. */
const ROUNDS = 24;
const SINGLE = 150;
const SLICE = 500;
/** What counters may add to a write, as a share. */
const LIMIT = 0.15;

const TRIGGERS = {
  task: ["progress_insert", "progress_update", "counts_again"],
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

/** One kind of write: does it, gives the milliseconds of each, and leaves the figures as they were. */
interface Kind {
  name: string;
  run: (owner: Owner) => Promise<number[]>;
}

async function inOne(owner: Owner, work: () => Promise<unknown>): Promise<number> {
  return msOf(async () => {
    await owner.query("begin");
    await work();
    await owner.query("commit");
  });
}

const MOVED = {
  name: "a task moved on, committed",
  async run(owner) {
    const { rows } = await owner.query<{ id: string }>(
      "select id from task where state = 'verifying' order by id limit $1",
      [SINGLE],
    );
    const times: number[] = [];
    for (const state of ["correcting", "verifying"]) {
      for (const { id } of rows) {
        const values = [id, state];
        times.push(
          await msOf(() =>
            owner.query(
              "update task set state = $2, state_since = now(), version = version + 1 where id = $1",
              values,
            ),
          ),
        );
      }
    }
    return times;
  },
} satisfies Kind;

const MANY = {
  name: `${SLICE} tasks moved on at once`,
  async run(owner) {
    const { rows } = await owner.query<{ id: string }>(
      "select id from task where state = 'correcting' order by id limit $1",
      [SLICE],
    );
    const ids = rows.map(({ id }) => id);
    const times: number[] = [];
    for (const state of ["publishing", "correcting"]) {
      times.push(
        await msOf(() =>
          owner.query(
            "update task set state = $2, state_since = now(), version = version + 1 where id = any($1::uuid[])",
            [ids, state],
          ),
        ),
      );
    }
    return times;
  },
} satisfies Kind;

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

const SLICED = [
  { name: `${SLICE} records imported with doses`, of: "imported" },
  { name: `${SLICE} records compared, tasks made`, of: "compared" },
] as const;

/** What counters add to writes: with them and without, by turns. */
export async function writes(owner: Owner): Promise<Result[]> {
  const fold = setInterval(() => void foldProgress(), 1000);
  const times = new Map<string, Record<"on" | "off", number[]>>();
  const add = (name: string, way: "on" | "off", ms: number) => {
    const all = times.get(name) ?? { on: [], off: [] };
    all[way].push(ms);
    times.set(name, all);
  };
  for (let n = -1; n < ROUNDS; n += 1) {
    for (const way of n % 2 === 0 ? (["on", "off"] as const) : (["off", "on"] as const)) {
      await counters(owner, way === "on");
      const moved = await MOVED.run(owner);
      const many = await MANY.run(owner);
      const sliced = await slices(owner);
      if (n < 0) continue;
      add(MOVED.name, way, quantile(moved, 0.5));
      add(MANY.name, way, quantile(many, 0.5));
      for (const { name, of } of SLICED) add(name, way, sliced[of]);
    }
    say(`writes, round ${n + 1}`);
  }
  await counters(owner, true);
  clearInterval(fold);
  await clean(owner);
  // What was imported while they counted is gone without having been uncounted.
  await owner.query("select check_progress(gen_random_uuid(), true, gen_random_uuid())");
  await foldProgress();
  return [...times].flatMap(([name, { on, off }]): Result[] => {
    const [ours, peer] = [quantile(on, 0.5), quantile(off, 0.5)];
    // The machine is slower at one time than at another: each is held against its neighbour.
    const added = on.map((ms, round) => ms / (off[round] ?? ms) - 1);
    return [
      {
        case: name,
        metric: "with counters, without",
        ours: round(ours),
        peer: round(peer),
        limit: null,
        unit: "ms",
      },
      {
        case: name,
        metric: "  added",
        ours: round(quantile(added, 0.5)),
        peer: null,
        limit: LIMIT,
        unit: "",
      },
    ];
  });
}
