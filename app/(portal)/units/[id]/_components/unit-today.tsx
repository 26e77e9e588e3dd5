import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { StateChip } from "@/components/ui/state-chip";
import { TextLink } from "@/components/ui/text-link";
import { TODAY_FROM } from "@/lib/domain/units/unit";
import { formatDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import type { UnitDetail } from "@/lib/server/units/look-up";
import { isDistrict } from "../../_components/unit-words";

/** Where a unit of 2022 belongs today: one unit, a choice among several, or not known yet. */
export async function UnitToday({ unit }: { unit: UnitDetail }) {
  const t = await getTranslator("units.page");
  return (
    <Card title={t("todayTitle")} className="reading w-full">
      <div className="flex flex-col items-start gap-3">{await answerFor(unit)}</div>
    </Card>
  );
}

async function answerFor(unit: UnitDetail): Promise<ReactNode> {
  const t = await getTranslator("units.page");
  const { today } = unit;
  if (isDistrict(unit)) return <p>{t("todayDistrict", { date: formatDate(TODAY_FROM) })}</p>;
  if (today.kind === "one") {
    return (
      <>
        <StateChip tone="settled">{t("todayOne", { unit: today.unit.name })}</StateChip>
        <Successors units={[today.unit]} />
      </>
    );
  }
  if (today.kind === "unresolved") {
    return (
      <>
        <StateChip tone="waiting" icon="help">
          {t("todayUnresolved")}
        </StateChip>
        <p>{t("todayUnresolvedBody")}</p>
      </>
    );
  }
  const { units, likely } = today;
  return (
    <>
      <StateChip tone="waiting" icon="help">
        {t("todaySplit")}
      </StateChip>
      <p>{likely ? t("todayLikely", { unit: likely.name }) : t("todaySplitBody")}</p>
      <Successors units={units} />
    </>
  );
}

function Successors({ units }: { units: readonly { id: string; name: string; code: string }[] }) {
  return (
    <ul className="flex flex-col gap-1">
      {units.map(({ id, name, code }) => (
        <li key={id}>
          <TextLink href={`/units/${id}`}>{name}</TextLink>{" "}
          <span className="text-sm text-quiet tabular-nums">{code}</span>
        </li>
      ))}
    </ul>
  );
}
