import type { ReactNode } from "react";
import { FigureTable } from "@/components/data-table/figure-table";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { CONTACT_OUTCOMES } from "@/lib/domain/tasks/contact";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatNumber, formatPercent } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import { type ProgressQuality, QUALITY_DAYS, SPEED_DAYS } from "@/lib/server/progress/quality";

async function errorText({ errorRate, sample }: ProgressQuality): Promise<string> {
  const t = await getTranslator("progress.quality");
  const locale = await getLocale();
  if (!errorRate) return t("tooFew", { checked: sample.checked });
  const { found, low, high } = errorRate;
  const percent = (share: number) => formatPercent(share, 1, locale);
  return t("errorRate", {
    rate: percent(found),
    low: percent(low),
    high: percent(high),
    checked: sample.checked,
  });
}

async function reportsText({ reports }: ProgressQuality): Promise<string> {
  const t = await getTranslator("progress.quality");
  const all = reports.open + reports.upheld + reports.rejected;
  return all === 0 ? t("noReports") : t("reports", { all, ...reports });
}

async function contactsText({ contacts }: ProgressQuality): Promise<string> {
  const t = await getTranslator("progress.quality");
  const outcomes = await getTranslator("contact.outcome");
  const locale = await getLocale();
  const some = CONTACT_OUTCOMES.filter((one) => contacts[one] > 0);
  if (some.length === 0) return t("noContacts");
  return some
    .map((one) => `${outcomes(one)}: ${formatNumber(contacts[one], 0, locale)}`)
    .join(" · ");
}

async function Officers({ quality }: { quality: ProgressQuality }): Promise<ReactNode> {
  const { officers } = quality;
  if (!officers || officers.length === 0) return null;
  const t = await getTranslator("progress.quality");
  const roles = await getTranslator("tasks.force");
  const locale = await getLocale();
  const number = (n: number, digits = 0) => formatNumber(n, digits, locale);
  return (
    <section>
      <h3 className="mt-4 mb-2 font-semibold">{t("officers", { days: SPEED_DAYS })}</h3>
      <ClientMessages namespaces={["common"]}>
        <FigureTable
          caption={t("officers", { days: SPEED_DAYS })}
          empty={null}
          columns={[
            { id: "name", header: t("column.name"), primary: true },
            { id: "force", header: t("column.force") },
            { id: "steps", header: t("column.steps"), end: true },
            { id: "days", header: t("column.days"), end: true },
            { id: "perDay", header: t("column.perDay"), end: true },
          ]}
          rows={officers.map(({ officerId, fullName, role, steps, days }) => ({
            id: officerId,
            cells: {
              name: { text: fullName },
              force: { text: roles(role as "health") },
              steps: { text: number(steps) },
              days: { text: number(days) },
              perDay: { text: days > 0 ? number(steps / days, 1) : "–" },
            },
          }))}
        />
      </ClientMessages>
    </section>
  );
}

/** How good the work is, and of a commune how quick each officer; counted over some weeks. */
export async function QualityCard({ read }: { read: Promise<ProgressQuality> }) {
  const t = await getTranslator("progress.quality");
  const quality = await read;
  return (
    <Card title={t("title")}>
      <p className="mb-3 text-sm text-quiet">{t("period", { days: QUALITY_DAYS })}</p>
      <DescriptionList
        items={[
          { term: t("term.errorRate"), value: await errorText(quality) },
          { term: t("term.reports"), value: await reportsText(quality) },
          { term: t("term.contacts"), value: await contactsText(quality) },
        ]}
      />
      <Officers quality={quality} />
    </Card>
  );
}
