import type { Actor } from "@/lib/domain/access/actor";
import { makeCommune, makeOfficer, makeProvince, type Owner } from "@/prisma/factories/communes";

/** Officers per commune: as many as work side by side at a large one. */
const PER_COMMUNE = 8;

const BATCH = `
  insert into import_batch (id, unit_id, unit_path, source_system, file_name, file_size, as_of, state, created_by_id)
  select uuidv7(), $1, $2, 'bench', 'bench.csv', 0, '2022-04-01', 'done', $3 returning id`;

// A record has what the screen shows; its task lies with police, half of them on somebody's list.
const RECORDS = `
  insert into record (id, source_system, source_id, batch_id, unit_id, unit_path, residence_status, received,
    full_name, birth_date, birth_precision, sex, id_number, outcome, main_class)
  select uuidv7(), 'bench', $1 || ':' || n, $2, $1, $3, 'resolved', '{}', 'Nguyễn Thị Hoa ' || n,
    date '1960-01-01' + n % 15000, 'day', 'female', lpad((79160000000 + n)::text, 12, '0'), 'review', 'typo'
  from generate_series(1, $4::int) n`;
const TASKS = `
  insert into task (id, record_id, unit_id, unit_path, state, force, first_force, rule, main_class, effort,
    assignee_id, due_on, version)
  select uuidv7(), r.id, r.unit_id, r.unit_path, 'verifying', 'police', 'police', 'policeManyDifferences', 'typo', 3,
    case when row_number() over () % 2 = 0 then ($2::uuid[])[1 + row_number() over () % $3::int] end,
    date '2026-12-01' + (row_number() over () % 30)::int, 2
  from record r where r.unit_id = $1`;

export interface Work {
  officers: Actor[];
  tasks: number;
}

/** Communes with `officers` police officers in all, and so many open tasks of theirs. */
export async function makeWork(
  owner: Owner,
  of: { officers: number; tasks: number },
): Promise<Work> {
  const province = await makeProvince(owner);
  const communes = Math.max(1, Math.ceil(of.officers / PER_COMMUNE));
  const officers: Actor[] = [];
  const each = Math.ceil(of.tasks / communes);
  for (let at = 0; at < communes; at += 1) {
    const unit = await makeCommune(owner, province);
    const own: Actor[] = [];
    for (let n = 0; n < PER_COMMUNE && officers.length + own.length < of.officers; n += 1) {
      own.push(await makeOfficer(owner, { role: "police", unit }));
    }
    officers.push(...own);
    const { rows } = await owner.query(BATCH, [unit.id, unit.path, own[0]?.officerId]);
    await owner.query(RECORDS, [unit.id, rows[0].id, unit.path, each]);
    await owner.query(TASKS, [unit.id, own.map((one) => one.officerId), own.length]);
  }
  await owner.query("vacuum analyze record, task");
  return { officers, tasks: each * communes };
}

// Events, audit and counters of a run: each settled task once, and the figures as the rows are.
const COUNTS = `
  select (select count(*) from task where unit_path like $1 || '%' and state <> 'verifying')::int as settled,
    (select count(distinct task_id) from task_event where unit_path like $1 || '%' and event = 'confirm')::int as tasks,
    (select count(*) from task_event where unit_path like $1 || '%' and event = 'confirm')::int as events,
    (select count(*) from audit_entry where unit_path like $1 || '%' and command = 'task.confirm'
       and result = 'done')::int as audited`;

export interface Counts {
  settled: number;
  tasks: number;
  events: number;
  audited: number;
}

export async function countWork(owner: Owner, { officers }: Work): Promise<Counts> {
  const path = officers[0]?.unitPath.split(".").slice(0, 2).join(".");
  const { rows } = await owner.query<Counts>(COUNTS, [`${path}.`]);
  const [counts] = rows;
  if (!counts) throw new Error("nothing counted");
  return counts;
}
