import type { Metadata } from "next";
import { listHref, type Params } from "@/components/data-table/href";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { codeText } from "@/lib/i18n/code-text";
import { formatDateTime } from "@/lib/i18n/format";
import { MESSAGES } from "@/lib/i18n/messages";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import { AuditFilter, type AuditLine, listAudit } from "@/lib/server/audit/queries";
import { AuditFilters } from "./_components/audit-filters";
import { type AuditRow, AuditTable } from "./_components/audit-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("audit"))("title") };
}

async function NothingHere({ filtered }: { filtered: boolean }) {
  const t = await getTranslator("audit.empty");
  const clear = (await getTranslator("common.actions"))("clearFilters");
  if (!filtered) return <EmptyState icon="audit" title={t("none")} />;
  return (
    <EmptyState
      icon="filter"
      title={t("title")}
      action={<LinkButton href="/audit">{clear}</LinkButton>}
    >
      {t("body")}
    </EmptyState>
  );
}

/** The lines in the reader's words. */
async function inWords(entries: AuditLine[]): Promise<AuditRow[]> {
  const t = await getTranslator("audit");
  return entries.map(({ id, at, username, unitName, result, reference, entityId, ...line }) => ({
    id,
    at: formatDateTime(at),
    username: username ?? t("system"),
    unitName: unitName ?? "–",
    command: codeText(t, { code: `command.${line.command}` }, "command.other"),
    refused: result === "done" ? null : codeText(t, { code: `refused.${result}` }, "refused.other"),
    reference: reference ? t("reference", { reference }) : null,
    entity: line.entity ? codeText(t, { code: `entity.${line.entity}` }, "entity.other") : null,
    entityId,
  }));
}

export default async function AuditPage({ searchParams }: { searchParams: Promise<Params> }) {
  const params = await searchParams;
  const filter = AuditFilter.parse(params);
  const { rows, previous, next } = await listAudit(filter);
  const t = await getTranslator("audit");
  const page = (edge: Params) => listHref("/audit", params, edge);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ClientMessages namespaces={["audit"]}>
        <AuditFilters filter={filter} commands={await commandOptions()} />
        <AuditTable
          rows={await inWords(rows)}
          previous={previous ? page({ before: previous }) : undefined}
          next={next ? page({ after: next }) : undefined}
          empty={<NothingHere filtered={Boolean(filter.command || filter.result)} />}
        />
      </ClientMessages>
    </>
  );
}

/** Every command that has a name, in the order of the contexts. */
async function commandOptions() {
  const t = await getTranslator("audit");
  const { other: _, ...contexts } = MESSAGES[await getLocale()].audit.command;
  return Object.entries(contexts).flatMap(([context, verbs]) =>
    Object.keys(verbs).map((verb) => ({
      value: `${context}.${verb}`,
      label: codeText(t, { code: `command.${context}.${verb}` }, "command.other"),
    })),
  );
}
