import "server-only";
import { z } from "zod";
import { forceOf } from "@/lib/domain/access/actor";
import { REVEAL_PURPOSES } from "@/lib/domain/tasks/reveal";
import { command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError, found } from "@/lib/server/core/error";
import { IS_PERSON, PERSON_OF, PERSON_VALUES } from "./person-sql";
import { READ_TASK } from "./sql";
import type { TaskRow } from "./task-row";

const RECORD = "select id_number, phone from record where id = $1";

// Only a candidate of the last comparison: whoever is on the officer's screen.
const REGISTRY = `
  select ${PERSON_VALUES}, c.fields from record r
  join match_candidate c on c.result_id = r.match_result_id ${PERSON_OF}
  where r.id = $1 and c.person_id = $2 and ${IS_PERSON}`;

const NOTE = `
  insert into registry_access (officer_id, record_id, kind, fields, purpose)
  values ($1, $2, 'revealed', array['idNumber'], $3)`;

interface Asked {
  recordId: string;
  personId: string;
  /** health is shown what differs; an equal number is the record's own */
  onlyDiffering: boolean;
}

async function registryNumber(sql: Sql, { recordId, personId, onlyDiffering }: Asked) {
  const [row] = await sql<{ id_number: string | null; fields: { field: string; class: string }[] }>(
    REGISTRY,
    [recordId, personId],
  );
  const { id_number: number, fields } = found(row);
  const same = fields.some((one) => one.field === "idNumber" && one.class === "same");
  if (onlyDiffering && same) throw new AppError("RULE", "revealEqual");
  return number;
}

/**
 * Shows one number in full, for a purpose out of a closed list; that it was shown, to whom and what for is
 * written down, the number itself is not.
 */
export const revealNumber = command({
  name: "task.reveal",
  permission: "task:claim",
  input: z.object({
    taskId: z.uuid(),
    field: z.enum(["idNumber", "phone"]),
    /** whose candidate's number; none: the record's own */
    personId: z.uuid().nullish(),
    purpose: z.enum(REVEAL_PURPOSES, "purposeMissing"),
  }),
  async run({ sql, actor }, { taskId, field, personId, purpose }) {
    const task = found((await sql<TaskRow>(READ_TASK, [taskId]))[0]);
    const onlyDiffering = forceOf(actor) !== "police";
    let value: string | null;
    if (personId) {
      if (task.state === "approving" || field === "phone") throw new AppError("NOT_FOUND");
      value = await registryNumber(sql, { recordId: task.record_id, personId, onlyDiffering });
      await sql(NOTE, [actor.officerId, task.record_id, purpose]);
    } else {
      const row = found(
        (
          await sql<{ id_number: string | null; phone: string | null }>(RECORD, [task.record_id])
        )[0],
      );
      value = field === "phone" ? row.phone : row.id_number;
    }
    const detail = { fields: [field], of: personId ? "registry" : "record", purpose };
    return {
      data: { value },
      audit: { entity: "record", entityId: task.record_id, detail },
    };
  },
});
