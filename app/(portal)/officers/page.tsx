import type { Metadata } from "next";
import { listHref, type Params } from "@/components/data-table/href";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { canDo } from "@/lib/domain/access/roles";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { currentActor } from "@/lib/server/core/session";
import { listOfficers, OfficerFilter } from "@/lib/server/officers/queries";
import { OfficerFilters } from "./_components/officer-filters";
import { OfficerTable } from "./_components/officer-table";
import { practiceWords } from "./practice-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("officers"))("title") };
}

async function NobodyHere({ filtered }: { filtered: boolean }) {
  const t = await getTranslator("officers.empty");
  const clear = (await getTranslator("common.actions"))("clearFilters");
  if (!filtered)
    return (
      <EmptyState icon="officers" title={t("none")}>
        {t("noneBody")}
      </EmptyState>
    );
  return (
    <EmptyState
      icon="filter"
      title={t("title")}
      action={<LinkButton href="/officers">{clear}</LinkButton>}
    >
      {t("body")}
    </EmptyState>
  );
}

/** What the centre sets for all officers: which share of their work is looked at, and when nobody is reminded. */
async function SettingsLinks() {
  const actor = await currentActor();
  if (actor?.unitLevel !== "nation" || !canDo(actor.role, "setting:write")) return null;
  const sampling = (await getTranslator("approval"))("settingsLink");
  const quiet = (await getTranslator("reminders.quiet"))("link");
  return (
    <p className="mt-4 flex flex-wrap gap-x-6 gap-y-2 text-sm">
      <TextLink href="/tasks/approvals/settings">{sampling}</TextLink>
      <TextLink href="/reminders/settings">{quiet}</TextLink>
    </p>
  );
}

export default async function OfficersPage({ searchParams }: { searchParams: Promise<Params> }) {
  const params = await searchParams;
  const filter = OfficerFilter.parse(params);
  const { rows, previous, next } = await listOfficers(filter);
  const practice = await practiceWords(rows);
  const t = await getTranslator("officers");
  const page = (edge: Params) => listHref("/officers", params, edge);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        action={
          <>
            <LinkButton href="/officers/import" icon="upload">
              {t("addList")}
            </LinkButton>
            <LinkButton href="/officers/new" variant="primary" icon="add">
              {t("add")}
            </LinkButton>
          </>
        }
      />
      <ClientMessages namespaces={["officers", "access"]}>
        <OfficerFilters filter={filter} />
        <OfficerTable
          practiceColumn={(await getTranslator("practice.officer"))("column")}
          officers={rows.map((row, at) => ({ ...row, practice: practice[at] ?? "" }))}
          previous={previous ? page({ before: previous }) : undefined}
          next={next ? page({ after: next }) : undefined}
          empty={<NobodyHere filtered={Boolean(filter.q || filter.role || filter.state)} />}
        />
      </ClientMessages>
      <SettingsLinks />
    </>
  );
}
