import type pg from "pg";
import type { DataSet } from "../data-set";
import { loadFiles, timed, writeRows } from "./postgres";

/** The threshold that such joins are usually written with. */
const ALIKE = 0.6;

/** The number is equal, or the birth date is and the names are alike; who is most alike is taken. */
const SIMILAR = `
  with pair as (
    select record_id, person_id, similarity(sample.full_name, person.full_name) as score
    from sample join person using (id_number)
    union
    select record_id, person_id, similarity(sample.full_name, person.full_name) as score
    from sample join person using (birth_date)
    where similarity(sample.full_name, person.full_name) > ${ALIKE}
  ), ranked as (
    select *, row_number() over (partition by record_id order by score desc, person_id) as place
    from pair
  )
  select sample.record_id, case when one.record_id is null then 'unmatched' else 'matched' end as outcome,
    coalesce(one.person_id, '') as person_id, one.score,
    coalesce(two.person_id, '') as second_person_id, two.score as second_score
  from sample
  left join ranked one on one.record_id = sample.record_id and one.place = 1
  left join ranked two on two.record_id = sample.record_id and two.place = 2`;

export interface TrigramRun {
  loadSeconds: number;
  /** For the first `sample` records. */
  joinSeconds: number;
  sample: number;
  /** For all records, if each takes as long. */
  seconds: number;
}

/** A join by pg_trgm, as one would write it in PostgreSQL; on the first records only, against all people. */
export async function trigramJoin(
  client: pg.Client,
  data: DataSet,
  { result, most }: { result: string; most: number },
): Promise<TrigramRun> {
  await client.query("create extension if not exists pg_trgm");
  const loadSeconds = await timed(async () => {
    await loadFiles(client, data);
    await client.query("create index on person (id_number)");
    await client.query("create index on person (birth_date)");
  });
  const sample = Math.min(most, data.count);
  await client.query("drop table if exists sample");
  await client.query(`create unlogged table sample as select * from record limit ${sample}`);
  await client.query("analyze sample");
  const joinSeconds = await timed(() => writeRows(client, SIMILAR, result));
  return {
    loadSeconds,
    joinSeconds,
    sample,
    seconds: loadSeconds + joinSeconds * (data.count / sample),
  };
}
