import type pg from "pg";

// The least that a claim and a completion can be: one row each, both committed, nothing else written.
const CLAIM = `
  update bench_job set lease_by = $1, lease_until = now() + interval '30 minutes'
  where id = (select id from bench_job where state = 'open' and lease_until is null
              order by due_on, id limit 1 for update skip locked)
  returning id`;
const COMPLETE = "update bench_job set state = 'done', lease_until = null where id = $1";

/** A bare table of so many jobs, on the same server. */
export async function makeJobs(owner: Pick<pg.ClientBase, "query">, jobs: number): Promise<void> {
  await owner.query("drop table if exists bench_job");
  await owner.query(
    `create table bench_job (id int primary key, state text not null, due_on date not null, lease_by int,
       lease_until timestamptz) with (fillfactor = 80)`,
  );
  await owner.query(
    "insert into bench_job select n, 'open', date '2026-12-01' + n % 30 from generate_series(1, $1::int) n",
    [jobs],
  );
  await owner.query("grant all on bench_job to public");
  await owner.query("create index on bench_job (due_on, id) where state = 'open'");
  await owner.query("vacuum analyze bench_job");
}

/** Claims and completes bare rows until the time is over; gives how many. */
export async function rawAtWork(
  pool: pg.Pool,
  of: { clients: number; until: number },
): Promise<number> {
  let done = 0;
  const work = async (at: number) => {
    while (performance.now() < of.until) {
      const { rows } = await pool.query<{ id: number }>(CLAIM, [at]);
      if (!rows[0]) return;
      await pool.query(COMPLETE, [rows[0].id]);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: of.clients }, (_, at) => work(at)));
  return done;
}
