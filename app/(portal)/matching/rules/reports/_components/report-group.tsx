import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { DifferenceClass } from "@/lib/domain/matching/vocabulary";
import { formatDateTime, formatNumber } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import type { ReportGroup, ReportLine } from "@/lib/server/tasks/report-queries";
import { levelWord } from "../../_components/level-words";
import { DecideForm } from "./decide-forms";

/** Counted no further than this. */
const MOST = 1000;

async function causeOf({ field, level, mainClass }: ReportGroup): Promise<string> {
  const t = await getTranslator("rules.reports");
  if (!field) return t("noField");
  const fields = await getTranslator("matching.field");
  const word = await levelWord();
  if (level) {
    const lower = word(field, level).toLocaleLowerCase("vi");
    return t("cause", { field: fields(field), level: lower });
  }
  const classes = await getTranslator("matching.classShort");
  const difference = classes(mainClass as DifferenceClass);
  return t("causeNoLevel", { field: fields(field), difference });
}

async function Example({ line }: { line: ReportLine }) {
  const t = await getTranslator("rules");
  const words = await getTranslator("tasks.report");
  const said = t("reports.line", {
    reason: words(`reasonOf.${line.reason}`),
    name: line.name ?? "–",
    at: formatDateTime(line.at),
  });
  return (
    <li className="py-2">
      <TextLink href={`/tasks/${line.taskId}`} prefetch={false}>
        {line.code}
      </TextLink>
      <span className="text-quiet"> · {line.unit}</span>
      <span className="block text-sm text-quiet">{said}</span>
      {line.words ? <q className="block break-words">{line.words}</q> : null}
    </li>
  );
}

/** Reports of one cause: what the system says, what it should say, how many, and the one answer. */
export async function ReportGroupCard({
  group,
  mayDecide,
}: {
  group: ReportGroup;
  mayDecide: boolean;
}) {
  const t = await getTranslator("rules");
  const words = await getTranslator("tasks.report");
  const locale = await getLocale();
  const { field, level, expected, reports, communes, siblings } = group;
  const at = formatDateTime(group.since);
  const shown = formatNumber(Math.min(siblings, MOST), 0, locale);
  const more = await getTranslator("common");
  const countText = siblings > MOST ? more("moreThan", { count: shown }) : shown;
  const key = { field: field ?? "", level: level ?? "", expected };
  return (
    <Card title={await causeOf(group)}>
      <p className="font-semibold">
        {t("reports.expectedLine", { expected: words(`expectedOf.${expected}`) })}
      </p>
      <p className="text-quiet">{t("reports.count", { reports, communes, at })}</p>
      <p className="text-quiet">{t("reports.siblings", { count: siblings, countText })}</p>
      <h3 className="mt-4 text-sm font-semibold">{t("reports.examples")}</h3>
      <ul className="divide-y divide-line">
        {group.examples.map((line) => (
          <Example key={line.id} line={line} />
        ))}
      </ul>
      {mayDecide ? (
        <div className="mt-4 grid items-start gap-3 md:grid-cols-2">
          <DecideForm kind="uphold" group={key} />
          <DecideForm kind="reject" group={key} />
        </div>
      ) : null}
    </Card>
  );
}
