import "server-only";
import { z } from "zod";
import { command } from "@/lib/server/core/command";
import { AppError, found } from "@/lib/server/core/error";
import { enqueue } from "@/lib/server/core/queue";
import { createRun } from "./run-create";

/** Compares a batch again, with the registry as it is now. */
export const rematchBatch = command({
  name: "match.run",
  permission: "match:run",
  input: z.object({ batchId: z.uuid() }),
  async run({ sql, actor, connection }, { batchId }) {
    const batch = found(
      (
        await sql<{ state: string; busy: boolean }>(
          `select state, exists (select 1 from match_run r where r.batch_id = b.id and r.state in ('queued', 'running')) as busy
           from import_batch b where id = $1`,
          [batchId],
        )
      )[0],
    );
    if (batch.busy || batch.state !== "done") throw new AppError("RULE", "batchBusy");
    const { officerId, unitPath } = actor;
    const runId = await createRun(sql, { batchId, unitPath, officerId });
    await enqueue({ connection }, "match", { runId, officerId });
    return { data: { runId }, audit: { entity: "import", entityId: batchId } };
  },
});
