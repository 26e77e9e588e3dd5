import "server-only";
import { z } from "zod";
import { forceOf } from "@/lib/domain/access/actor";
import type { FieldComparison, IdentityField } from "@/lib/domain/matching/vocabulary";
import {
  EXPECTATIONS,
  type Expectation,
  MOST_WORDS,
  REPORT_REASONS,
  reportedField,
} from "@/lib/domain/tasks/report";
import { command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { found } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { currentVersion } from "@/lib/server/matching/models";
import { TaskVersion } from "./inputs";
import { moveTask } from "./move";
import { getTaskFor, type TaskRow } from "./task-row";

interface ComparedRow {
  main_class: string | null;
  main_field: IdentityField | null;
  model_version: string | null;
  fields: FieldComparison[] | null;
}

// A hamlet team is shown nothing of the registry, and so names the field only.
const COMPARED = `
  select r.main_class, r.main_field, m.model_version,
    (select c.fields from match_candidate c where c.result_id = r.match_result_id
     order by (c.person_id = $2) desc nulls last, c.rank limit 1) as fields
  from record r left join match_result m on m.id = r.match_result_id where r.id = $1`;

interface Cause {
  main_class: string;
  field: IdentityField | null;
  level: string | null;
  model_version: string;
}

/** What the comparison said of the field that is reported. */
async function causeOf(
  sql: Sql,
  task: TaskRow,
  of: { expected: Expectation; personId: string | null },
): Promise<Cause> {
  const row = found((await sql<ComparedRow>(COMPARED, [task.record_id, of.personId]))[0]);
  const field = reportedField(of.expected, row.main_field);
  const compared = row.fields?.find((one) => one.field === field);
  return {
    main_class: compared?.class ?? row.main_class ?? "different",
    field,
    level: compared?.level ?? null,
    model_version: row.model_version ?? (await currentVersion(sql)),
  };
}

const INSERT = `
  insert into system_report (id, task_id, record_id, unit_path, by_id, reason, expected, words,
    main_class, field, level, model_version)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;

/** "Báo hệ thống nhầm": the task waits while the centre looks at what the system said of it. */
export const reportSystem = command({
  name: "task.reportSystem",
  permission: "report:send",
  input: TaskVersion.extend({
    personId: z.uuid().nullish(),
    reason: z.enum(REPORT_REASONS, "reportReason"),
    expected: z.enum(EXPECTATIONS, "reportExpected"),
    words: z.string().trim().max(MOST_WORDS, "wordsLong").default(""),
  }),
  async run({ sql, actor }, input) {
    const task = await getTaskFor(sql, actor, input);
    const { expected, reason } = input;
    const cause = await causeOf(sql, task, { expected, personId: input.personId ?? null });
    const words = input.words || null;
    const by = forceOf(actor) ?? "system";
    const moved = await moveTask(sql, task, { event: "reportSystem", by, actor, comment: words });
    await sql(INSERT, [
      newId(),
      task.id,
      task.record_id,
      task.unit_path,
      actor.officerId,
      reason,
      expected,
      words,
      cause.main_class,
      cause.field,
      cause.level,
      cause.model_version,
    ]);
    return {
      data: { taskId: task.id, state: moved.state, version: moved.version },
      audit: { entity: "task", entityId: task.id, detail: { from: task.state, reason, expected } },
    };
  },
});
