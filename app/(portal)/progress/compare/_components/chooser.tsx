import { listHref } from "@/components/data-table/href";
import { ParamFields } from "@/components/data-table/param-fields";
import { DayField } from "@/components/forms/day-field";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { QUICK_PAIRS, quickPairs } from "@/lib/domain/progress/comparison";
import { getTranslator } from "@/lib/i18n/server";
import type { ComparisonStart } from "@/lib/server/progress/compare";
import { UnitFinder, unitHref } from "../../_components/unit-finder";

const HERE = "/progress/compare";

interface ChooserProps {
  start: ComparisonStart;
  find?: string;
  /** the days that are compared */
  from?: string;
  to?: string;
}

async function OtherUnit({ start: { unit }, find }: ChooserProps) {
  const t = await getTranslator("compare.choose");
  const params = { unit: unit.id };
  return (
    <Card title={t("unitTitle", { unit: unit.name })}>
      <UnitFinder
        pathname={HERE}
        params={params}
        find={find}
        label={t("unitLabel")}
        hrefOf={unitHref(HERE, params, "with")}
      />
    </Card>
  );
}

async function TwoDays({ start: { unit, today }, from, to }: ChooserProps) {
  const t = await getTranslator("compare.choose");
  const pairs = quickPairs(today);
  return (
    <Card title={t("daysTitle", { unit: unit.name })}>
      <form action={HERE} className="flex flex-col gap-4">
        <ParamFields params={{ unit: unit.id }} />
        <div className="grid gap-4 sm:grid-cols-2">
          <DayField name="from" label={t("from")} defaultValue={from ?? pairs.week} required />
          <DayField name="to" label={t("to")} defaultValue={to ?? today} required />
        </div>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button type="submit">{t("submit")}</Button>
          <ul aria-label={t("quick")} className="flex flex-wrap gap-x-5 gap-y-2">
            {QUICK_PAIRS.map((pair) => (
              <li key={pair}>
                <TextLink
                  href={listHref(HERE, {}, { unit: unit.id, from: pairs[pair], to: today })}
                  prefetch={false}
                >
                  {t(`pair.${pair}`)}
                </TextLink>
              </li>
            ))}
          </ul>
        </div>
      </form>
    </Card>
  );
}

/** What to compare: the unit with another one, or with itself on another day. */
export function Chooser(props: ChooserProps) {
  // Whoever sees a single commune has no other one to choose.
  const single = props.start.level === "commune";
  return (
    <div className={single ? undefined : "grid items-start gap-6 lg:grid-cols-2"}>
      {single ? null : <OtherUnit {...props} />}
      <TwoDays {...props} />
    </div>
  );
}
