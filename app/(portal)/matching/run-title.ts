import { getTranslator } from "@/lib/i18n/server";
import type { RunLine } from "@/lib/server/matching/queries";

/** What a run is over, in words: a file, a unit, or all of an area. */
export async function runTitle(run: RunLine): Promise<string> {
  const t = await getTranslator("progress.run");
  if (run.fileName) return run.fileName;
  const area = run.areaName ?? "";
  if (run.kind === "area") return t("overArea", { area });
  return run.kind === "all" ? t("overAll", { area }) : t("noFile");
}
