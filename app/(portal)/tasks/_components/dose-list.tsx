import type { UnitedDose } from "@/lib/domain/records/dose-union";
import { formatDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";

async function wordsOf(dose: UnitedDose): Promise<string> {
  const t = await getTranslator("duplicates");
  const day = dose.date ? formatDate(dose.date) : (dose.dateText ?? t("set.noDate"));
  const vaccine = dose.vaccine ?? t("form.noVaccine");
  return [day, vaccine, dose.lot, dose.facility].filter(Boolean).join(" · ");
}

/** Doses in the order of their days. */
export async function DoseList({ doses }: { doses: readonly UnitedDose[] }) {
  const t = await getTranslator("duplicates.set");
  if (doses.length === 0) return <p className="text-quiet">{t("noDoses")}</p>;
  return (
    <ul className="flex flex-col gap-1 tabular-nums">
      {doses.map((dose) => (
        <li key={dose.id}>{wordsOf(dose)}</li>
      ))}
    </ul>
  );
}
