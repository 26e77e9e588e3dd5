import type { Metadata } from "next";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { QuickViews } from "@/components/ui/quick-views";
import { TextLink } from "@/components/ui/text-link";
import { clockThere } from "@/lib/domain/units/work-calendar";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { currentActor } from "@/lib/server/core/session";
import { type CalendarDay, listCalendar } from "@/lib/server/units/calendar";
import { DayForm } from "./_components/day-form";
import { RemoveForm } from "./_components/remove-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("calendar"))("title") };
}

async function Day({ day, mayEdit }: { day: CalendarDay; mayEdit: boolean }) {
  const t = await getTranslator("calendar");
  const year = day.day.slice(0, 4);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
      <span className="flex min-w-0 flex-col gap-1">
        <span className="flex flex-wrap items-center gap-2">
          <strong className="tabular-nums">{formatDate(day.day)}</strong>
          <Badge tone={day.working ? "info" : "neutral"}>
            {t(day.working ? "working" : "off")}
          </Badge>
          {day.estimated ? <Badge tone="waiting">{t("estimated")}</Badge> : null}
        </span>
        <span>{day.name}</span>
        <span className="text-sm text-quiet">{day.source}</span>
      </span>
      {mayEdit ? (
        <span className="flex items-center gap-3">
          <TextLink href={`/units/calendar?year=${year}&day=${day.day}`}>{t("edit")}</TextLink>
          <RemoveForm day={day.day} version={day.version} />
        </span>
      ) : null}
    </li>
  );
}

interface PageProps {
  searchParams: Promise<{ year?: string; day?: string }>;
}

/** Public holidays and make-up days by year; the centre's administrator changes them. */
export default async function CalendarPage({ searchParams }: PageProps) {
  const asked = await searchParams;
  const t = await getTranslator("calendar");
  const units = t("units");
  const year = Number(asked.year) || Number(clockThere(new Date()).day.slice(0, 4));
  const { days, years } = await listCalendar(year);
  const actor = await currentActor();
  const mayEdit = actor?.role === "admin" && actor.unitLevel === "nation";
  const edited = days.find((one) => one.day === asked.day) ?? null;
  const views = [...new Set([...years, year])].sort().map((one) => ({
    href: `/units/calendar?year=${one}`,
    label: String(one),
    current: one === year,
  }));
  return (
    <ClientMessages namespaces={["common", "calendar"]}>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        crumbs={[{ label: units, href: "/units" }, { label: t("title") }]}
        crumbsLabel={units}
      />
      <QuickViews label={t("years")} views={views} />
      <div className="mt-4 grid gap-4 lg:grid-cols-[2fr_1fr]">
        <Card title={t("caption", { year: String(year) })}>
          {days.length === 0 ? <EmptyState title={t("empty", { year: String(year) })} /> : null}
          <ul className="divide-y divide-line">
            {days.map((day) => (
              <Day key={day.day} day={day} mayEdit={mayEdit} />
            ))}
          </ul>
          {days.some((day) => day.estimated) ? (
            <p className="mt-3 text-sm text-quiet">{t("estimatedHint")}</p>
          ) : null}
        </Card>
        {mayEdit ? (
          <Card title={t("add")} className="self-start">
            <DayForm key={edited?.day ?? "new"} day={edited} />
          </Card>
        ) : null}
      </div>
    </ClientMessages>
  );
}
