import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { getTranslator } from "@/lib/i18n/server";
import type { HamletLine, HamletsPage } from "@/lib/server/tasks/hamlet-queries";
import { HamletForms } from "./hamlet-forms";

async function Line({ hamlet, all }: { hamlet: HamletLine; all: HamletLine[] }) {
  const t = await getTranslator("hamlets.list");
  const { records, openTasks: tasks, team } = hamlet;
  const named = ({ id, name }: HamletLine) => ({ id, name });
  return (
    <li className="flex flex-col gap-2 py-4">
      <div>
        <strong>{hamlet.name}</strong>
        <p className="text-sm text-quiet tabular-nums">{t("counts", { records, tasks })}</p>
        <p className="text-sm">
          {team.length > 0 ? t("team", { names: team.join(", ") }) : t("noTeam")}
        </p>
      </div>
      <HamletForms hamlet={named(hamlet)} all={all.map(named)} />
    </li>
  );
}

/** The commune's hamlets, each with how much is on its list and who is on its team. */
export async function HamletList({ page }: { page: HamletsPage }) {
  const t = await getTranslator("hamlets.list");
  const { hamlets, commune } = page;
  return (
    <Card title={t("title", { unit: commune.name })}>
      {hamlets.length === 0 ? <EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState> : null}
      <ul className="divide-y divide-line">
        {hamlets.map((hamlet) => (
          <Line key={hamlet.id} hamlet={hamlet} all={hamlets} />
        ))}
      </ul>
    </Card>
  );
}
