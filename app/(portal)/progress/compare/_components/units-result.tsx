import { listHref } from "@/components/data-table/href";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import type { UnitsCompared } from "@/lib/server/progress/compare";
import { SideTable } from "./side-table";
import { unitRows } from "./unit-rows";

const pageOf = (unit: string) => listHref("/progress", { unit }, {});

/** Two units side by side. */
export async function UnitsResult({ compared }: { compared: UnitsCompared }) {
  const t = await getTranslator("compare.units");
  const { at, sides } = compared;
  const [{ unit: one }, { unit: two }] = sides;
  const turned = listHref("/progress/compare", {}, { unit: two.id, with: one.id });
  return (
    <Card
      title={t("title", { one: one.name, two: two.name })}
      action={
        <TextLink href={turned} prefetch={false}>
          {t("turn")}
        </TextLink>
      }
    >
      <p className="mb-3 text-sm text-quiet">{t("lead", { at: formatDateTime(at) })}</p>
      <SideTable
        caption={t("caption", { one: one.name, two: two.name })}
        head={t("figure")}
        columns={[
          { key: "one", text: one.name, href: pageOf(one.id) },
          { key: "two", text: two.name, href: pageOf(two.id) },
          { key: "difference", text: t("difference") },
        ]}
        rows={await unitRows(sides)}
      />
    </Card>
  );
}
