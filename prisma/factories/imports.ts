import type { Actor } from "@/lib/domain/access/actor";
import { createImport, type ERA_DAY } from "@/lib/server/imports/commands";
import { importJob } from "@/lib/server/jobs/import";
import { matchJob } from "@/lib/server/jobs/match";
import type { Owner } from "./communes";

export interface Upload {
  file: Blob;
  fileName?: string;
  era?: keyof typeof ERA_DAY;
}

/** Uploads a list through the portal's own door; nothing is read yet. */
export async function uploadList(coordinator: Actor, upload: Upload): Promise<string> {
  const { file, fileName = "danh-sach.csv", era = "today" } = upload;
  const made = await createImport.as(coordinator, { file, fileName, era });
  if (!made.ok) throw new Error(`upload refused: ${made.error.code} ${made.error.reason ?? ""}`);
  return made.data.batchId;
}

/** The run that the import of a batch has asked for last. */
export async function runOf(owner: Owner, batchId: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    "select id from match_run where batch_id = $1 order by created_at desc limit 1",
    [batchId],
  );
  const [run] = rows;
  if (!run) throw new Error("the batch was not read to its end");
  return run.id;
}

/** Does a run as a worker does. */
export function compareBatch({ officerId }: Actor, runId: string): Promise<void> {
  return matchJob({ runId, officerId });
}

/** Uploads a list, reads it and compares it, as a worker does; gives the batch. */
export async function importList(
  owner: Owner,
  coordinator: Actor,
  upload: Upload,
): Promise<{ batchId: string; runId: string }> {
  const { officerId } = coordinator;
  const batchId = await uploadList(coordinator, upload);
  await importJob({ batchId, officerId });
  const runId = await runOf(owner, batchId);
  await compareBatch(coordinator, runId);
  return { batchId, runId };
}
