import { v7 } from "uuid";
import type { MadeHamlet, MadeUnit, Owner } from "./communes";

/** A record with its open task, as a list shows them. */
export interface ListedWish {
  fullName: string;
  birthDate?: string | null;
  idNumber?: string | null;
  phone?: string | null;
  state?: string;
  force?: string;
  mainClass?: string;
  /** null: not compared yet */
  outcome?: string | null;
  dueOn?: string;
  /** days in its state */
  days?: number;
  hamlet?: MadeHamlet;
  assigneeId?: string;
  returned?: boolean;
  /** without a task: the record alone */
  settled?: boolean;
}

export interface MadeListed {
  recordId: string;
  taskId: string;
  code: string;
}

const BATCH = `
  insert into import_batch (id, unit_id, unit_path, source_system, file_name, file_size, as_of, state, created_by_id)
  values ($1::uuid, $2, $3, $1::uuid::text, 'danh-sach.csv', 0, '2022-04-01', 'done', $4)`;

const RECORDS = `
  insert into record (id, source_system, source_id, batch_id, unit_id, unit_path, hamlet_id, residence_status,
    received, full_name, birth_date, birth_precision, sex, id_number, phone, outcome, main_class)
  select x.record_id, $1::uuid::text, x.record_id, $1::uuid, $2, $3, x.hamlet_id, 'resolved', '{}', x.full_name, x.birth_date,
    'day', 'female', x.id_number, x.phone, x.outcome, x.main_class
  from jsonb_to_recordset($4::jsonb) as x(record_id uuid, hamlet_id uuid, full_name text, birth_date date,
    id_number text, phone text, outcome text, main_class text)
  returning id, code`;

const TASKS = `
  insert into task (id, record_id, unit_id, unit_path, hamlet_id, state, force, first_force, rule, main_class,
    main_field, effort, due_on, state_since, assignee_id, unread_return, version)
  select x.task_id, x.record_id, $1, $2, x.hamlet_id, x.state, x.force, x.force, 'healthSmallDifference', x.main_class,
    'fullName', 3, x.due_on, now() - x.days * interval '1 day', x.assignee_id, x.returned, 2
  from jsonb_to_recordset($3::jsonb) as x(task_id uuid, record_id uuid, hamlet_id uuid, state text, force text,
    main_class text, due_on date, days int, assignee_id uuid, returned boolean, settled boolean)
  where not x.settled`;

const USUAL = {
  birthDate: "1985-03-12",
  idNumber: null,
  phone: null,
  state: "correcting",
  force: "health",
  mainClass: "typo",
  outcome: "review",
  dueOn: "2030-01-15",
  days: 0,
  returned: false,
  settled: false,
};

function rowOf(wish: ListedWish) {
  const { fullName, birthDate, idNumber, mainClass, dueOn, hamlet, assigneeId, ...rest } = {
    ...USUAL,
    ...wish,
  };
  return {
    ...rest,
    record_id: v7(),
    task_id: v7(),
    hamlet_id: hamlet?.id ?? null,
    full_name: fullName,
    birth_date: birthDate,
    id_number: idNumber,
    main_class: mainClass,
    due_on: dueOn,
    assignee_id: assigneeId ?? null,
  };
}

/** Records and open tasks straight into the tables, as many as a list needs; in the order of the wishes. */
export async function makeListed(
  owner: Owner,
  unit: MadeUnit,
  wishes: readonly ListedWish[],
): Promise<MadeListed[]> {
  const batch = v7();
  const rows = wishes.map(rowOf);
  await owner.query(BATCH, [batch, unit.id, unit.path, v7()]);
  const made = await owner.query<{ id: string; code: string }>(RECORDS, [
    batch,
    unit.id,
    unit.path,
    JSON.stringify(rows),
  ]);
  await owner.query(TASKS, [unit.id, unit.path, JSON.stringify(rows)]);
  const codes = new Map(made.rows.map(({ id, code }) => [id, code]));
  return rows.map(({ record_id, task_id }) => ({
    recordId: record_id,
    taskId: task_id,
    code: codes.get(record_id) ?? "",
  }));
}
