import "server-only";
import { z } from "zod";
import { command } from "@/lib/server/core/command";
import { AppError, found } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { moveTasks } from "./move";
import { TASK_COLUMNS } from "./sql";
import type { TaskRow } from "./task-row";

// Of two who gather a batch at once the second finds what the first has left.
const LOCK_BATCH = "select unit_path from import_batch where id = $1 for update";

// Whoever is taking a sending back right now is waited for: it is taken back, or in the file.
const LOCK_TASKS = `
  select t.id from task t join record r on r.id = t.record_id
  where r.batch_id = $1 and t.state = 'publishing' order by t.id for update of t`;

// Corrected and settled: nothing open but the wait for publication itself, and that by a step that
// nobody can take back any more. Of a record that was closed otherwise only what had been accepted: half
// a correction is nobody's word. Of what was withdrawn the source wants nothing.
const READY = `
  insert into publication_line (publication_id, record_id, task_id, unit_path)
  select $1, r.id, (select t.id from task t where t.record_id = r.id and t.state = 'publishing'), $3
  from record r
  where r.batch_id = $2
    and exists (select 1 from correction c where c.record_id = r.id and c.published_at is null and c.publication_id is null)
    and not exists (select 1 from task t where t.record_id = r.id and (t.state not in ('publishing', 'closed')
      or t.resolution = 'withdrawn' or (t.state = 'publishing' and t.before is not null
        and t.state_since > clock_timestamp() - interval '12 seconds')))
    and (r.outcome in ('matched', 'repaired', 'not_applicable')
      or exists (select 1 from task t where t.record_id = r.id and t.state = 'publishing'))
  returning record_id`;

const ATTACH = `
  update correction c set publication_id = $1
  from publication_line l
  where l.publication_id = $1 and c.record_id = l.record_id and c.published_at is null and c.publication_id is null`;

/** Gathers what a batch's records were corrected to into one file for their source. */
export const preparePublication = command({
  name: "publication.prepare",
  permission: "publication:prepare",
  input: z.object({ batchId: z.uuid() }),
  async run({ sql, actor }, { batchId }) {
    const batches = await sql<{ unit_path: string }>(LOCK_BATCH, [batchId]);
    const batch = found(batches[0]);
    await sql(LOCK_TASKS, [batchId]);
    const id = newId();
    await sql(
      "insert into publication (id, batch_id, unit_path, record_count, created_by_id) values ($1, $2, $3, 0, $4)",
      [id, batchId, batch.unit_path, actor.officerId],
    );
    const lines = await sql(READY, [id, batchId, batch.unit_path]);
    if (lines.length === 0) throw new AppError("RULE", "nothingToPublish");
    await sql(ATTACH, [id]);
    await sql("update publication set record_count = $2 where id = $1", [id, lines.length]);
    return {
      data: { publicationId: id, records: lines.length },
      audit: { entity: "publication", entityId: id, detail: { records: lines.length } },
    };
  },
});

const MARK = `
  update publication set state = 'loaded', loaded_by_id = $2, loaded_at = now(), version = version + 1
  where id = $1 and version = $3 and state = 'prepared' returning id`;

const WAITING = `
  select ${TASK_COLUMNS} from task t
  where t.state = 'publishing' and t.id in (select task_id from publication_line where publication_id = $1)
  for update`;

/** The source has loaded the file: its corrections are published, their tasks close. */
export const markPublished = command({
  name: "publication.mark",
  permission: "publication:mark",
  input: z.object({ publicationId: z.uuid(), version: z.coerce.number().int().min(1) }),
  async run({ sql, actor }, { publicationId, version }) {
    const marked = await sql(MARK, [publicationId, actor.officerId, version]);
    if (marked.length === 0) {
      found((await sql("select 1 from publication where id = $1", [publicationId]))[0]);
      throw new AppError("CONFLICT", "alreadyPublished");
    }
    await sql("update correction set published_at = now() where publication_id = $1", [
      publicationId,
    ]);
    const tasks = await sql<TaskRow>(WAITING, [publicationId]);
    await moveTasks(sql, tasks, {
      event: "published",
      by: "system",
      actor,
      resolution: "corrected",
    });
    return {
      data: { publicationId, closed: tasks.length },
      audit: { entity: "publication", entityId: publicationId, detail: { closed: tasks.length } },
    };
  },
});
