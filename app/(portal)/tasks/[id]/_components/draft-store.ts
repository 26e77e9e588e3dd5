import { callTask } from "@/app/(portal)/tasks/_components/task-call";
import { openVault, type Vault } from "@/components/offline/vault";
import type { SavedDraft } from "@/lib/domain/tasks/draft";
import type { DraftStore } from "./draft-keeper";

let opened: { officerId: string; vault: Promise<Vault> } | null = null;

function vaultOf(officerId: string): Promise<Vault> {
  if (opened?.officerId !== officerId) opened = { officerId, vault: openVault(officerId) };
  return opened.vault;
}

/** What this browser still has of a task: what was typed without a connection, or in its last second. */
export async function findLocalDraft(
  officerId: string,
  taskId: string,
): Promise<SavedDraft | null> {
  return (await vaultOf(officerId)).get<SavedDraft>("draft", taskId);
}

/**
 * One officer's drafts of one task: sealed on this device, and on the server, so that another device of the
 * same officer has them too.
 */
export function draftStore(officerId: string, taskId: string): DraftStore {
  return {
    keepLocally: async (draft) => (await vaultOf(officerId)).put("draft", taskId, draft),
    dropLocally: async () => (await vaultOf(officerId)).remove("draft", taskId),
    keepOnServer: async ({ version, content, savedAt }, keepalive) => {
      const body = { content, savedAt };
      const answer = await callTask(taskId, { word: "draft", version, body, keepalive });
      return answer.ok;
    },
    dropOnServer: async () => void (await callTask(taskId, { word: "dropDraft" })),
  };
}
