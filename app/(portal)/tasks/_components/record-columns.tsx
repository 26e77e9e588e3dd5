import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { DescriptionList } from "@/components/ui/description-list";
import { TextLink } from "@/components/ui/text-link";
import { getTranslator } from "@/lib/i18n/server";
import type { SetRecord } from "@/lib/server/tasks/duplicates/queries";
import { DoseList } from "./dose-list";

async function itemsOf(record: SetRecord) {
  const t = await getTranslator("duplicates");
  const sexes = await getTranslator("records.sex");
  const states = await getTranslator("tasks.state");
  const { taskId, taskState } = record;
  const task = taskState ? states(taskState) : t("set.noTask");
  return [
    { term: t("set.code"), value: record.code },
    { term: t("set.birthDate"), value: record.birthDate ?? "–" },
    { term: t("set.sex"), value: record.sex ? sexes(record.sex as "male") : "–" },
    { term: t("set.idNumber"), value: record.idNumber ?? t("noNumber") },
    { term: t("set.unit"), value: record.unitName },
    {
      term: t("set.state"),
      value: taskId ? (
        <TextLink href={`/tasks/${taskId}`} prefetch={false}>
          {task}
        </TextLink>
      ) : (
        task
      ),
    },
    {
      term: t("set.doses", { count: record.doses.length }),
      value: <DoseList doses={record.doses} />,
    },
  ];
}

interface RecordCardProps {
  record: SetRecord;
  /** ticked or not, where the reader chooses among several */
  chosen?: boolean;
}

async function RecordCard({ record, chosen }: RecordCardProps) {
  const t = await getTranslator("duplicates");
  return (
    <Card title={record.fullName ?? t("noName")}>
      {chosen === undefined ? null : (
        <Checkbox
          name="r"
          value={record.recordId}
          defaultChecked={chosen}
          label={t("set.choose")}
          aria-label={`${t("set.choose")}: ${record.code}`}
        />
      )}
      <DescriptionList items={await itemsOf(record)} />
    </Card>
  );
}

interface RecordColumnsProps {
  records: readonly SetRecord[];
  chosen?: readonly string[];
}

/** Records beside each other, on a phone below each other. */
export function RecordColumns({ records, chosen }: RecordColumnsProps) {
  return (
    <div className="grid gap-4 md:grid-cols-2 2xl:grid-cols-3">
      {records.map((record) => (
        <RecordCard
          key={record.recordId}
          record={record}
          chosen={chosen?.includes(record.recordId)}
        />
      ))}
    </div>
  );
}
