import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { listSplitNames, type SplitPage } from "@/lib/server/tasks/residence-rules";
import { ForgetForm, NameForm } from "./_components/name-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("hamlets.split"))("title") };
}

async function Names({ page }: { page: SplitPage }) {
  const t = await getTranslator("hamlets.split");
  const unplaced = await getTranslator("hamlets.unplaced");
  const { names, nameless, unit, choices } = page;
  return (
    <Card>
      {names.length === 0 ? <EmptyState title={t("empty")} /> : null}
      <ul className="divide-y divide-line">
        {names.map(({ folded, name, records }) => (
          <li key={folded} className="grid gap-3 py-4 lg:grid-cols-2">
            <div className="min-w-0 break-words">
              <strong>{name}</strong>
              <p className="text-sm text-quiet">{unplaced("records", { count: records })}</p>
            </div>
            <NameForm of={{ oldUnitId: unit.id, name }} communes={choices} />
          </li>
        ))}
      </ul>
      {nameless > 0 ? <p className="mt-3 text-sm">{t("nameless", { count: nameless })}</p> : null}
    </Card>
  );
}

async function Rules({ page }: { page: SplitPage }) {
  const t = await getTranslator("hamlets.split");
  const words = await getTranslator("hamlets.rules");
  if (page.rules.length === 0) return null;
  return (
    <Card title={t("rules")}>
      <ul className="divide-y divide-line">
        {page.rules.map(({ id, name, unitId, unitName, records }) => (
          <li key={id} className="flex flex-col gap-2 py-4">
            <div className="min-w-0 break-words">
              {t("rule", { name, unit: unitName })}
              <p className="text-sm text-quiet">{words("records", { count: records })}</p>
            </div>
            <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
              <details className="w-full sm:w-auto sm:flex-1">
                <summary className="w-fit cursor-pointer text-action">{words("change")}</summary>
                <div className="mt-3">
                  <NameForm
                    of={{ oldUnitId: page.unit.id, name }}
                    communes={page.choices}
                    chosen={unitId}
                  />
                </div>
              </details>
              <ForgetForm ruleId={id} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export default async function SplitPageOf({ params }: { params: Promise<{ unit: string }> }) {
  const page = await listSplitNames((await params).unit);
  const t = await getTranslator("hamlets.split");
  const crumbs = [{ label: t("back"), href: "/tasks/residence" }, { label: page.unit.name }];
  return (
    <ClientMessages namespaces={["common", "hamlets"]}>
      <PageHeader
        title={t("title")}
        lead={t("lead", { unit: page.unit.name })}
        crumbs={crumbs}
        crumbsLabel={t("back")}
      />
      <div className="flex flex-col gap-6">
        <Names page={page} />
        <Rules page={page} />
      </div>
    </ClientMessages>
  );
}
