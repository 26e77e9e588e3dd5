import type { Tone } from "@/components/ui/tone";
import type { BulkPhase, BulkState } from "@/lib/domain/tasks/bulk-outcome";
import { getTranslator } from "@/lib/i18n/server";

export const BULK_TONES: Record<BulkState, Tone> = {
  ready: "waiting",
  blocked: "danger",
  queued: "waiting",
  running: "info",
  paused: "waiting",
  cancelled: "neutral",
  done: "settled",
};

/** How a bulk stands, in words: its undo has words of its own. */
export async function stateWords(run: { state: BulkState; phase: BulkPhase }): Promise<string> {
  const t = await getTranslator("clusters");
  if (run.phase === "apply") return t(`state.${run.state}`);
  const key = `undoState.${run.state}` as never;
  return t.has(key) ? t(key) : t("undoState.other");
}
