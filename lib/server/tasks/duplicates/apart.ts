import "server-only";
import { z } from "zod";
import { command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError, found } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";

const Input = z.object({
  records: z
    .array(z.object({ recordId: z.uuid(), version: z.coerce.number().int().min(1) }))
    .min(2, "chooseTwo")
    .max(20),
});

interface Locked {
  id: string;
  version: number;
  duplicate_of_id: string | null;
}

// In the order in which a merge locks them: of the two that are asked for at once, the second sees the first.
const LOCK = `
  select id, version, duplicate_of_id from record where id = any($1) order by id for update`;

async function requireAsSeen(sql: Sql, seen: Map<string, number>): Promise<void> {
  const records = await sql<Locked>(LOCK, [[...seen.keys()]]);
  if (records.length < seen.size) throw new AppError("RULE", "duplicateElsewhere");
  if (records.some((one) => one.duplicate_of_id !== null)) {
    throw new AppError("CONFLICT", "alreadyMerged");
  }
  const changed = records.some((one) => one.version !== seen.get(one.id));
  if (changed) throw new AppError("CONFLICT", "duplicateChanged");
}

const SAVE = `
  insert into record_apart (decision_id, record_id, match_key, size, by_id)
  select $1, r.id, r.match_key, cardinality($2::uuid[]), $3 from record r where r.id = any($2)`;

/**
 * "Not the same person": each of these records is somebody else. They are neither proposed nor merged with
 * each other as long as name, birth date, sex and number of both stay what they are.
 */
export const tellApart = command({
  name: "task.tellApart",
  permission: "duplicate:merge",
  input: Input,
  async run({ sql, actor }, { records }) {
    const seen = new Map(records.map((one) => [one.recordId, one.version]));
    if (seen.size < 2) throw new AppError("RULE", "chooseTwo");
    await requireAsSeen(sql, seen);
    const id = newId();
    const ids = [...seen.keys()];
    await sql(SAVE, [id, ids, actor.officerId]);
    return {
      data: { decisionId: id },
      audit: { entity: "record", entityId: ids[0], detail: { apart: id, records: ids.length } },
    };
  },
});

const FORGET = `
  delete from record_apart where decision_id = $1 returning record_id as "recordId", size`;

/** The decision is taken back as a whole, by whoever sees all of its records. */
export const undoApart = command({
  name: "task.undoApart",
  permission: "duplicate:merge",
  input: z.object({ decisionId: z.uuid() }),
  async run({ sql }, { decisionId }) {
    const rows = await sql<{ recordId: string; size: number }>(FORGET, [decisionId]);
    const first = found(rows[0]);
    if (rows.length < first.size) throw new AppError("RULE", "duplicateElsewhere");
    return {
      data: { records: rows.length },
      audit: {
        entity: "record",
        entityId: first.recordId,
        detail: { apart: decisionId, records: rows.length },
      },
    };
  },
});
