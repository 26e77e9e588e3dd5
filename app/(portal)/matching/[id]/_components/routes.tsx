import { Card } from "@/components/ui/card";
import type { Force } from "@/lib/domain/access/roles";
import type { RouteRule } from "@/lib/domain/tasks/routing";
import { getTranslator } from "@/lib/i18n/server";
import type { RunDetail } from "@/lib/server/matching/queries";
import { BarTable } from "../../../progress/bar-table";

/** The tasks that came of a run: to whom they went first, and by which rule. */
export async function Routes({ routes }: { routes: RunDetail["routes"] }) {
  const t = await getTranslator("progress.run.route");
  const r = await getTranslator("progress.run");
  const forces = await getTranslator("tasks.force");
  const rules = await getTranslator("tasks.route");
  const people = routes.reduce((sum, route) => sum + route.people, 0);
  return (
    <Card title={t("title")} action={people > 0 ? t("total", { people }) : null}>
      {people === 0 ? (
        <p className="text-quiet">{t("none")}</p>
      ) : (
        <BarTable
          caption={t("caption")}
          column={t("column")}
          unit={r("tasks")}
          rows={routes.map(({ rule, force, people: some }) => ({
            key: `${rule} ${force}`,
            label: forces(force as Force),
            note: rules(rule as RouteRule),
            people: some,
          }))}
        />
      )}
    </Card>
  );
}
