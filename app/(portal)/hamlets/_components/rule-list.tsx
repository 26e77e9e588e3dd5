import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { getTranslator } from "@/lib/i18n/server";
import type { HamletsPage, RuleLine } from "@/lib/server/tasks/hamlet-queries";
import { DecideForm, ForgetForm } from "./decide-form";

async function Rule({ rule, page }: { rule: RuleLine; page: HamletsPage }) {
  const t = await getTranslator("hamlets.rules");
  const from = await getTranslator("hamlets.unplaced");
  const { name, unitId, fromUnitId, hamletId, hamletName } = rule;
  const said = [
    t("records", { count: rule.records }),
    rule.fromName ? from("from", { name: rule.fromName }) : null,
  ];
  return (
    <li className="flex flex-col gap-2 py-4">
      <div className="min-w-0 break-words">
        {hamletName ? t("to", { name, hamlet: hamletName }) : t("elsewhere", { name })}
        <p className="text-sm text-quiet tabular-nums">{said.filter(Boolean).join(" · ")}</p>
      </div>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
        <details className="w-full sm:w-auto sm:flex-1">
          <summary className="w-fit cursor-pointer text-action">{t("change")}</summary>
          <div className="mt-3">
            <DecideForm
              of={{ unitId, fromUnitId, name }}
              hamlets={page.hamlets.map(({ id, name: label }) => ({ id, name: label }))}
              chosen={hamletId ?? "none"}
              send={t("change")}
            />
          </div>
        </details>
        <ForgetForm ruleId={rule.id} />
      </div>
    </li>
  );
}

/** What has been decided of names, to change or to take back. */
export async function RuleList({ page }: { page: HamletsPage }) {
  const t = await getTranslator("hamlets.rules");
  return (
    <Card title={t("title")}>
      {page.rules.length === 0 ? <EmptyState title={t("empty")} /> : null}
      <ul className="divide-y divide-line">
        {page.rules.map((rule) => (
          <Rule key={rule.id} rule={rule} page={page} />
        ))}
      </ul>
    </Card>
  );
}
