import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { getTranslator } from "@/lib/i18n/server";
import type { UnitDetail } from "@/lib/server/units/look-up";
import { pathOf } from "../../_components/unit-words";

/** The step says which part of the old unit came here; all others brought the whole of it. */
const PARTS = ["partial", "part_area_only"];

/** The units of 2022 that a unit of today was made from. */
export async function UnitOrigin({ unit }: { unit: UnitDetail }) {
  const t = await getTranslator("units.page");
  if (unit.level === "nation") return null;
  return (
    <Card title={t("fromTitle")} className="reading w-full">
      {unit.from.length === 0 ? <p>{t("fromNone")}</p> : null}
      <ul className="flex flex-col gap-2">
        {unit.from.map(({ unit: old, relation }) => (
          <li key={old.id}>
            <TextLink href={`/units/${old.id}`}>{old.name}</TextLink>{" "}
            <span className="text-sm text-quiet tabular-nums">
              {[old.code, pathOf(old), t(PARTS.includes(relation) ? "fromPart" : "fromWhole")]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
