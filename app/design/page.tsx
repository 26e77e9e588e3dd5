import { notFound } from "next/navigation";
import { Shell } from "@/components/shell/shell";
import { PageHeader } from "@/components/ui/page-header";
import { getTranslator } from "@/lib/i18n/server";
import { ButtonSamples } from "./_components/button-samples";
import { CompareSamples } from "./_components/compare-samples";
import { FieldSamples } from "./_components/field-samples";
import { FigureSamples } from "./_components/figure-samples";
import { FloatingSamples } from "./_components/floating-samples";
import samples from "./_components/samples.json";
import { StateSamples } from "./_components/state-samples";
import { TableSamples } from "./_components/table-samples";
import { ignore } from "./actions";

const PLACES = ["home", "tasks", "imports", "handovers", "progress", "officers"] as const;

/** Every shared component on one page, to be looked at while working on them. */
export default async function DesignPage() {
  if (process.env.NODE_ENV === "production") notFound();
  const t = await getTranslator("shell");
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
      preferences={{ theme: "system", setTheme: ignore, setLocale: ignore }}
      signOut={ignore}
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
        <TableSamples />
        <StateSamples />
        <FigureSamples />
        <FieldSamples />
        <ButtonSamples />
        <FloatingSamples />
      </div>
    </Shell>
  );
}
