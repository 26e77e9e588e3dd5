import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import type { Role } from "@/lib/domain/access/roles";
import type { UnitChangeRequest } from "@/lib/domain/units/change";
import { getTranslator } from "@/lib/i18n/server";
import {
  type ChangePreview,
  type PreviewLine,
  previewChange,
} from "@/lib/server/units/change-queries";
import { type Asked, partsOf } from "./asked";
import { ApplyForm } from "./change-forms";
import { type CountRow, CountTable } from "./count-table";
import { HamletParts } from "./hamlet-parts";

function rowOf(line: PreviewLine, to: string): CountRow {
  const { unitId, name, hamletRules, residenceRules, code: _, ...counts } = line;
  return { ...counts, unitId, name, to, rules: hamletRules + residenceRules };
}

async function rowsOf({ from, into, makes }: ChangePreview): Promise<CountRow[]> {
  const t = await getTranslator("units.change");
  const parts = makes.map(({ name }) => name).join(", ");
  return [
    ...from.map((line) => rowOf(line, line.to ?? parts)),
    ...into.map((line) => rowOf(line, t("stays"))),
  ];
}

async function Officers({ officers }: Pick<ChangePreview, "officers">) {
  const t = await getTranslator("units.change");
  const roles = await getTranslator("access.role");
  if (officers.length === 0) return <p>{t("noOfficers")}</p>;
  return (
    <details>
      <summary className="w-fit cursor-pointer text-action">
        {t("officersTitle")} ({officers.length})
      </summary>
      <ul className="mt-2 flex flex-col gap-1 text-sm">
        {officers.map(({ id, name, role, from, to }) => (
          <li key={id}>{t("officer", { name, role: roles(role as Role), from, to })}</li>
        ))}
      </ul>
    </details>
  );
}

interface PreviewProps {
  asked: Asked;
  request: UnitChangeRequest;
  /** whether the day has come */
  now: boolean;
}

async function Shown({ asked, request, now, preview }: PreviewProps & { preview: ChangePreview }) {
  const t = await getTranslator("units.change");
  const { total, makes, undecided, hamlets } = preview;
  const { records, openTasks: tasks } = total;
  const label = now ? t("apply.now", { records, tasks }) : t("apply.later", { records, tasks });
  return (
    <div className="flex flex-col gap-5">
      <CountTable rows={await rowsOf(preview)} />
      {makes.length > 0 ? (
        <p>
          {t("makes")}: {makes.map(({ name, code }) => `${name} (${code})`).join(", ")}
        </p>
      ) : null}
      <p className="tabular-nums">{t("total", total)}</p>
      {request.kind === "split" ? <p>{t("undecided", { count: undecided })}</p> : null}
      <Officers officers={preview.officers} />
      {hamlets.length > 0 ? (
        <section className="flex flex-col gap-3">
          <h3 className="font-semibold">{t("hamletsTitle")}</h3>
          <p className="reading text-sm text-quiet">{t("hamletsLead")}</p>
          <HamletParts asked={asked} parts={partsOf(asked)} hamlets={hamlets} />
        </section>
      ) : null}
      <ApplyForm request={JSON.stringify(request)} on={asked.on} label={label} />
    </div>
  );
}

/** What the change that was asked for would do, and the button that does it. */
export async function Preview(props: PreviewProps) {
  const t = await getTranslator("units.change");
  const errors = await getTranslator("errors.reason");
  const { asked, request } = props;
  const preview = await previewChange({ request, on: asked.on });
  return (
    <Card title={t("previewTitle")}>
      {preview.refused ? (
        <Banner tone="danger">{errors(preview.refused)}</Banner>
      ) : (
        <Shown {...props} preview={preview} />
      )}
    </Card>
  );
}
