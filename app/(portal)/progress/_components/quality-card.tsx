import type { ReactNode } from "react";
import { FigureTable } from "@/components/data-table/figure-table";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { TextLink } from "@/components/ui/text-link";
import type { QualityFigure } from "@/lib/domain/progress/quality";
import { CONTACT_OUTCOMES } from "@/lib/domain/tasks/contact";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatNumber, formatPercent } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import { type ProgressQuality, QUALITY_DAYS, SPEED_DAYS } from "@/lib/server/progress/quality";
import { lineHref } from "../line-href";

interface Counted {
  figure: QualityFigure;
  label: string;
  count: number;
}

/** Names with their numbers, each of which opens what it counts. */
async function Numbers({ unit, of }: { unit: ProgressQuality["unit"]; of: readonly Counted[] }) {
  const locale = await getLocale();
  return (
    <ul className="flex flex-col gap-x-6 gap-y-1 @sm:flex-row @sm:flex-wrap">
      {of.map(({ figure, label, count }) => (
        <li key={figure} className="flex items-baseline justify-between gap-2 @sm:inline-flex">
          {label}
          {count > 0 ? (
            <TextLink href={lineHref(unit.id, { quality: figure })} prefetch={false}>
              {formatNumber(count, 0, locale)}
            </TextLink>
          ) : (
            <span>0</span>
          )}
        </li>
      ))}
    </ul>
  );
}

async function errorText({ errorRate }: ProgressQuality): Promise<string> {
  const t = await getTranslator("progress.quality");
  const locale = await getLocale();
  if (!errorRate) return t("tooFew");
  const { found, low, high } = errorRate;
  const percent = (share: number) => formatPercent(share, 1, locale);
  return t("errorRate", { rate: percent(found), low: percent(low), high: percent(high) });
}

async function Samples({ quality }: { quality: ProgressQuality }) {
  const t = await getTranslator("progress.quality");
  const { unit, sample } = quality;
  const words = ["passed", "checked", "wrong"] as const;
  const of = words.map((word) => ({
    figure: `sample.${word}` as const,
    label: t(`word.sample.${word}`),
    count: sample[word],
  }));
  return (
    <>
      <p className="mb-1">{await errorText(quality)}</p>
      {sample.passed > 0 ? <Numbers unit={unit} of={of} /> : null}
    </>
  );
}

async function Reports({ quality: { unit, reports } }: { quality: ProgressQuality }) {
  const t = await getTranslator("progress.quality");
  const words = ["open", "upheld", "rejected"] as const;
  if (words.every((word) => reports[word] === 0)) return t("noReports");
  const of = words.map((word) => ({
    figure: `report.${word}` as const,
    label: t(`word.report.${word}`),
    count: reports[word],
  }));
  return <Numbers unit={unit} of={of} />;
}

async function Contacts({ quality: { unit, contacts } }: { quality: ProgressQuality }) {
  const t = await getTranslator("progress.quality");
  const outcomes = await getTranslator("contact.outcome");
  const some = CONTACT_OUTCOMES.filter((one) => contacts[one] > 0);
  if (some.length === 0) return t("noContacts");
  const of = some.map((one) => ({
    figure: `contact.${one}` as const,
    label: outcomes(one),
    count: contacts[one],
  }));
  return <Numbers unit={unit} of={of} />;
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
              steps: {
                text: number(steps),
                href: steps > 0 ? lineHref(quality.unit.id, { officer: officerId }) : undefined,
              },
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
          { term: t("term.errorRate"), value: <Samples quality={quality} /> },
          { term: t("term.reports"), value: <Reports quality={quality} /> },
          { term: t("term.contacts"), value: <Contacts quality={quality} /> },
        ]}
      />
      <Officers quality={quality} />
    </Card>
  );
}
