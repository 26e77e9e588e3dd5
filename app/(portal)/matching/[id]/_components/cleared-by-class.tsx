import { Card } from "@/components/ui/card";
import { recordFigure } from "@/lib/domain/progress/figure";
import { getTranslator } from "@/lib/i18n/server";
import type { RunCell } from "@/lib/server/matching/run-summary";
import { sumBy } from "./sum-by";

/** What had been reported as wrong and is right, in sentences: the point of the whole exercise. */
export async function ClearedByClass({ cells }: { cells: readonly RunCell[] }) {
  const t = await getTranslator("progress.run");
  const c = await getTranslator("progress");
  const cleared = cells.filter((one) => recordFigure(one.outcome, one.mainClass) === "cleared");
  const classes = sumBy(cleared, ({ mainClass }) => mainClass);
  const people = classes.reduce((sum, one) => sum + one.people, 0);
  return (
    <Card title={c("cleared.title")}>
      {people === 0 ? (
        <p className="text-quiet">{c("cleared.none")}</p>
      ) : (
        <>
          <p className="mb-3 text-lg font-semibold">{t("clearedTotal", { people })}</p>
          <ul className="flex list-disc flex-col gap-1 pl-5">
            {classes.map(({ key, people: some }) => (
              <li key={key}>
                {t("clearedSentence", { people: some, why: c(`clearedClass.${key}`) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
