import "server-only";
import { z } from "zod";
import { command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { enqueue } from "@/lib/server/core/queue";

const MEGABYTE = 1024 * 1024;
export const MOST_MEGABYTES = 200;
const CHUNK = MEGABYTE;

/** Units of the file: as they were until 30/06/2025, or as they are on the day of the upload. */
export const ERA_DAY = { past: "2025-06-30", today: null } as const;

const Upload = z.object({
  fileName: z.string().min(1).max(255),
  era: z.enum(["past", "today"]),
  file: z.instanceof(Blob),
});

/** The file goes into the database in pieces, so that whichever worker is free can read it. */
async function storeFile(sql: Sql, of: { batchId: string; unitPath: string; file: Blob }) {
  for (let seq = 0; seq * CHUNK < of.file.size; seq += 1) {
    const piece = of.file.slice(seq * CHUNK, (seq + 1) * CHUNK);
    await sql("insert into import_chunk (batch_id, seq, unit_path, data) values ($1, $2, $3, $4)", [
      of.batchId,
      seq,
      of.unitPath,
      Buffer.from(await piece.arrayBuffer()),
    ]);
  }
}

/** Takes a list of records in; it is read by a job of its own. */
export const createImport = command({
  name: "import.create",
  permission: "import:run",
  input: Upload,
  async run({ sql, actor, connection }, { fileName, era, file }) {
    if (file.size === 0) throw new AppError("RULE", "fileEmpty");
    if (file.size > MOST_MEGABYTES * MEGABYTE) {
      throw new AppError("RULE", "fileTooBig", { most: MOST_MEGABYTES });
    }
    const batchId = newId();
    await sql(
      `insert into import_batch (id, unit_id, unit_path, source_system, file_name, file_size, as_of, created_by_id)
       values ($1, $2, $3, $4, $5, $6, coalesce($7::date, (now() at time zone 'Asia/Ho_Chi_Minh')::date), $8)`,
      [
        batchId,
        actor.unitId,
        actor.unitPath,
        // Each unit's export of the platform numbers its own people.
        `platform@${actor.unitId}`,
        fileName,
        file.size,
        ERA_DAY[era],
        actor.officerId,
      ],
    );
    await storeFile(sql, { batchId, unitPath: actor.unitPath, file });
    await enqueue({ connection }, "import", { batchId, officerId: actor.officerId });
    return { data: { batchId }, audit: { entity: "import", entityId: batchId } };
  },
});
