import { newId } from "@/lib/server/core/id";

/** The owner's connection of a test. */
interface Owner {
  query(text: string, values?: unknown[]): Promise<unknown>;
}

interface Place {
  id: string;
  path: string;
}

/** A batch for the records of a test. */
export async function addBatch(owner: Owner, unit: Place): Promise<string> {
  const id = newId();
  await owner.query(
    `insert into import_batch (id, unit_id, unit_path, source_system, file_name, file_size, as_of, state, created_by_id)
     values ($1, $2, $3, $1::uuid::text, 'list.csv', 1, '2025-06-30', 'done', $4)`,
    [id, unit.id, unit.path, newId()],
  );
  return id;
}

export interface RecordWish {
  batchId: string;
  unit: Place;
  outcome?: string | null;
  mainClass?: string | null;
  hamletId?: string;
}

/** A record without any person's data: figures and lists need none. */
export async function addRecord(owner: Owner, wish: RecordWish): Promise<string> {
  const id = newId();
  const { batchId, unit, outcome = null, mainClass = null, hamletId = null } = wish;
  await owner.query(
    `insert into record (id, source_system, source_id, batch_id, unit_id, unit_path, hamlet_id,
       residence_status, received, full_name, outcome, main_class)
     values ($1, $2::uuid::text, $1::uuid::text, $2, $3, $4, $5, 'resolved', '{}', 'Nguyễn Thị Thử', $6, $7)`,
    [id, batchId, unit.id, unit.path, hamletId, outcome, mainClass],
  );
  return id;
}

export interface TaskWish {
  recordId: string;
  unit: Place;
  state: string;
  force: string;
  mainClass?: string;
  resolution?: string;
  hamletId?: string;
  assigneeId?: string;
  /** days from today; negative is overdue */
  dueIn?: number;
  /** days in the present state */
  standing?: number;
  confirmed?: Record<string, string | null>;
}

const INSERT_TASK = `
  insert into task (id, record_id, unit_id, unit_path, hamlet_id, state, force, first_force, rule, main_class,
    effort, resolution, assignee_id, confirmed, due_on, state_since, closed_at)
  values ($1, $2, $3, $4, $5, $6, $7, 'police', 'policeNotFound', $8, 1, $9, $10, $11,
    (now() at time zone 'Asia/Ho_Chi_Minh')::date + $12::int, now() - $13::int * interval '1 day',
    case when $6::text = 'closed' then now() end)`;

/** A task in any state, made as it is and not by events. */
export async function addTask(owner: Owner, wish: TaskWish): Promise<string> {
  const id = newId();
  const { recordId, unit, state, force, mainClass = "typo", confirmed = null } = wish;
  await owner.query(INSERT_TASK, [
    id,
    recordId,
    unit.id,
    unit.path,
    wish.hamletId ?? null,
    state,
    force,
    mainClass,
    wish.resolution ?? null,
    wish.assigneeId ?? null,
    confirmed,
    wish.dueIn ?? 10,
    wish.standing ?? 0,
  ]);
  return id;
}
