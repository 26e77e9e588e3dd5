import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { CompareLegend } from "@/components/compare/compare-legend";
import { Bell } from "@/components/shell/bell";
import { HelpButton } from "@/components/shell/help-button";
import { PaletteButton } from "@/components/shell/palette-button";
import { Shell } from "@/components/shell/shell";
import { parseTheme, THEME_COOKIE } from "@/components/shell/theme";
import { PageHeader } from "@/components/ui/page-header";
import { getTranslator } from "@/lib/i18n/server";
import { setLocale, setTheme } from "../(portal)/actions";
import { ButtonSamples } from "./_components/button-samples";
import { ChartSamples } from "./_components/chart-samples";
import { CompareSamples } from "./_components/compare-samples";
import { FieldSamples, FieldStateSamples } from "./_components/field-samples";
import { FigureSamples } from "./_components/figure-samples";
import { FigureTableSamples } from "./_components/figure-table-samples";
import { FloatingSamples } from "./_components/floating-samples";
import { MarkSamples } from "./_components/mark-samples";
import samples from "./_components/samples.json";
import { StateSamples } from "./_components/state-samples";
import { TableSamples } from "./_components/table-samples";
import { findNothing, ignore } from "./actions";

const PLACES = ["home", "tasks", "imports", "handovers", "progress", "officers"] as const;

/** Every shared component on one page, to be looked at while working on them. */
export default async function DesignPage() {
  if (process.env.NODE_ENV === "production") notFound();
  const t = await getTranslator("shell");
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  const entries = PLACES.map((place) => ({
    href: place === "tasks" ? "/design" : `/${place}`,
    label: t(`nav.${place}`),
    icon: place,
    count: place === "tasks" ? "14" : undefined,
  }));
  return (
    <Shell
      viewer={{ id: null, ...samples.viewer }}
      entries={entries}
      preferences={{ theme, setTheme, setLocale }}
      signOut={ignore}
      tools={
        <>
          <PaletteButton
            places={entries}
            actions={{ setTheme }}
            takeNext={ignore}
            findByCode={findNothing}
          />
          <HelpButton />
          <Bell unread={2} />
        </>
      }
    >
      <PageHeader
        title={samples.title}
        lead={samples.lead}
        crumbsLabel={samples.crumbsLabel}
        crumbs={samples.crumbs.map((label, index) => ({
          label,
          href: index < 2 ? `/design?crumb=${index}` : undefined,
        }))}
      />
      <div className="flex flex-col gap-8">
        <CompareSamples />
        <MarkSamples />
        <TableSamples />
        <FigureTableSamples />
        <StateSamples />
        <FigureSamples />
        <ChartSamples />
        <FieldSamples />
        <FieldStateSamples />
        <ButtonSamples />
        <FloatingSamples legend={<CompareLegend />} />
      </div>
    </Shell>
  );
}
