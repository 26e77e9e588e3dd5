import type { Metadata } from "next";
import { BackToList } from "@/components/data-table/list-memory";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { dayInVietNam } from "@/lib/domain/tasks/hold";
import type { Resolution, TaskState } from "@/lib/domain/tasks/states";
import { codeText } from "@/lib/i18n/code-text";
import { formatDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { getRecordDetail, type RecordDetail } from "@/lib/server/records/detail";

export async function generateMetadata(): Promise<Metadata> {
  // The name of the person stays out of the window's title and so out of the browser's history.
  return { title: (await getTranslator("lists.records"))("title") };
}

/** As precisely as it is known: 1985, 03/1985, 12/03/1985. */
function birthText({ birthDate, birthPrecision }: RecordDetail): string {
  if (!birthDate) return "–";
  const day = formatDate(birthDate);
  return birthPrecision === "year" ? day.slice(6) : birthPrecision === "month" ? day.slice(3) : day;
}

async function Values({ record }: { record: RecordDetail }) {
  const t = await getTranslator("records");
  const lists = await getTranslator("lists.records.one");
  const columns = await getTranslator("tasks.columns");
  const place = [record.hamlet, record.unitName].filter(Boolean).join(", ");
  return (
    <Card title={lists("values")}>
      <DescriptionList
        items={[
          { term: t("field.fullName"), value: record.fullName ?? lists("noName") },
          { term: t("field.birthDate"), value: birthText(record) },
          { term: t("field.sex"), value: record.sex ? t(`sex.${record.sex}`) : "–" },
          { term: t("field.idNumber"), value: record.idNumber ?? "–" },
          { term: t("field.phone"), value: record.phone ?? "–" },
          { term: t("field.address"), value: record.address ?? "–" },
          { term: columns("unit"), value: place },
          { term: lists("batch"), value: record.batch ?? "–" },
        ]}
      />
      <p className="mt-2 text-sm text-quiet">{lists("masked")}</p>
    </Card>
  );
}

async function Doses({ doses }: Pick<RecordDetail, "doses">) {
  const t = await getTranslator("lists.records.one");
  return (
    <Card title={t("doses", { count: doses.length })}>
      {doses.length === 0 ? <p className="text-quiet">{t("noDoses")}</p> : null}
      <ol className="flex flex-col gap-1 tabular-nums">
        {doses.map(({ doseNo, injectedOn, dateText, vaccine, lot, facility }, at) => (
          <li key={`${injectedOn} ${vaccine} ${doseNo}`}>
            {t("dose", { no: doseNo ?? at + 1 })}
            {": "}
            {[injectedOn ? formatDate(injectedOn) : dateText, vaccine, lot, facility]
              .filter(Boolean)
              .join(" · ")}
          </li>
        ))}
      </ol>
    </Card>
  );
}

async function Tasks({ tasks }: Pick<RecordDetail, "tasks">) {
  const t = await getTranslator("tasks");
  const lists = await getTranslator("lists.records.one");
  return (
    <Card title={lists("tasks")}>
      {tasks.length === 0 ? <p className="text-quiet">{lists("noTasks")}</p> : null}
      <ul className="flex flex-col gap-1">
        {tasks.map(({ id, state, resolution, since }) => (
          <li key={id} className="flex flex-wrap gap-x-3">
            <TextLink href={`/tasks/${id}`} prefetch={false}>
              {t(`state.${state as TaskState}`)}
              {resolution ? `: ${t(`resolution.${resolution as Resolution}`)}` : null}
            </TextLink>
            <span className="text-quiet">
              {lists("since", { at: formatDate(dayInVietNam(since)) })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

async function Corrections({ corrections }: Pick<RecordDetail, "corrections">) {
  const t = await getTranslator("lists.records.one");
  const records = await getTranslator("records");
  return (
    <Card title={t("corrections")}>
      {corrections.length === 0 ? <p className="text-quiet">{t("noCorrections")}</p> : null}
      <ul className="flex flex-col gap-2">
        {corrections.map(({ id, field, from, to, source, at, published }) => (
          <li key={id}>
            {t("correction", {
              field: codeText(records, { code: `field.${field}` }, "field.note"),
              from: from ?? "–",
              to: to ?? "–",
            })}
            <span className="block text-sm text-quiet">
              {[
                t(`source.${source as "police"}`),
                formatDate(dayInVietNam(at)),
                published ? t("published") : null,
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** A record to be read; what is to be done about it is done in its task. */
export default async function RecordPage({ params }: { params: Promise<{ id: string }> }) {
  const record = await getRecordDetail((await params).id);
  const t = await getTranslator("lists.records");
  return (
    <>
      <BackToList list="/records">
        <PageHeader
          title={record.fullName ?? t("one.noName")}
          lead={record.code}
          crumbs={[{ label: t("title"), href: "/records" }, { label: record.code }]}
          crumbsLabel={t("title")}
        />
      </BackToList>
      <div className="grid gap-4 lg:grid-cols-2">
        {record.duplicateOf ? (
          <div className="lg:col-span-2">
            <Banner>{t("one.duplicate", { code: record.duplicateOf })}</Banner>
          </div>
        ) : null}
        <Values record={record} />
        <div className="flex flex-col gap-4">
          <Tasks tasks={record.tasks} />
          <Doses doses={record.doses} />
          <Corrections corrections={record.corrections} />
        </div>
      </div>
    </>
  );
}
