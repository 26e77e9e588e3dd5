import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { getTranslator } from "@/lib/i18n/server";
import type { HamletsPage, UnplacedName } from "@/lib/server/tasks/hamlet-queries";
import { DecideForm } from "./decide-form";

async function Name({ of, page }: { of: UnplacedName; page: HamletsPage }) {
  const t = await getTranslator("hamlets.unplaced");
  const { name, fromUnitId, suggestion } = of;
  const said = [
    t("records", { count: of.records }),
    of.fromName ? t("from", { name: of.fromName }) : null,
    suggestion ? t("suggestion", { name: suggestion.name }) : null,
  ];
  return (
    <li className="grid gap-3 py-4 lg:grid-cols-2">
      <div className="min-w-0 break-words">
        <strong>{name}</strong>
        <p className="text-sm text-quiet tabular-nums">{said.filter(Boolean).join(" · ")}</p>
      </div>
      <DecideForm
        of={{ unitId: page.commune.id, fromUnitId, name }}
        hamlets={page.hamlets.map(({ id, name: label }) => ({ id, name: label }))}
        chosen={suggestion?.id ?? ""}
        send={t("send")}
      />
    </li>
  );
}

/** Names in addresses that lead to no hamlet, the most frequent first. */
export async function Unplaced({ page }: { page: HamletsPage }) {
  const t = await getTranslator("hamlets.unplaced");
  const { unplaced, more, nameless } = page;
  return (
    <Card title={t("title")}>
      <p className="reading mb-2 text-sm text-quiet">{t("lead")}</p>
      {unplaced.length === 0 ? <EmptyState title={t("empty")} /> : null}
      <ul className="divide-y divide-line">
        {unplaced.map((one) => (
          <Name key={`${one.fromUnitId} ${one.folded}`} of={one} page={page} />
        ))}
      </ul>
      {more > 0 ? <p className="mt-3 text-sm">{t("more", { count: more })}</p> : null}
      {nameless > 0 ? <p className="mt-3 text-sm">{t("nameless", { count: nameless })}</p> : null}
    </Card>
  );
}
