import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { MOST_LINES } from "@/lib/server/tasks/worksheet";
import { getWorksheetChoices, type SheetLine } from "@/lib/server/tasks/worksheet-queries";
import { MakeForm } from "./_components/make-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("contact.worksheet"))("title") };
}

interface Choice {
  kind: "hamlet" | "noHamlet" | "own";
  hamletId?: string;
  name: string;
  count: number;
}

async function choicesOf(hamlet: string | undefined): Promise<Choice[]> {
  const t = await getTranslator("contact.worksheet");
  const { hamlets, own, force } = await getWorksheetChoices();
  const lists = hamlets.map(({ hamletId, hamlet: name, count }): Choice => {
    if (!hamletId) return { kind: "noHamlet", name: t("noHamlet"), count };
    return { kind: "hamlet", hamletId, name: name ?? t("noHamlet"), count };
  });
  const mine: Choice = { kind: "own", name: t("own"), count: own };
  // A hamlet team's own list is its hamlet's.
  const all = force !== "hamlet" && own > 0 ? [...lists, mine] : lists;
  return hamlet ? all.filter((one) => one.hamletId === hamlet) : all;
}

async function Choices({ choices }: { choices: Choice[] }) {
  const t = await getTranslator("contact.worksheet");
  return (
    <Card title={t("choose")}>
      {choices.length === 0 ? <EmptyState icon="tasks" title={t("empty")} /> : null}
      <ul className="divide-y divide-line">
        {choices.map(({ count, ...choice }) => (
          <li
            key={choice.hamletId ?? choice.kind}
            className="flex flex-wrap items-center justify-between gap-3 py-3"
          >
            <span>
              <span className="font-semibold">{choice.name}</span>{" "}
              <span className="text-quiet">{t("people", { count })}</span>
            </span>
            <MakeForm {...choice} />
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm text-quiet">{t("most", { most: MOST_LINES })}</p>
    </Card>
  );
}

async function Earlier({ sheets }: { sheets: SheetLine[] }) {
  const t = await getTranslator("contact.worksheet");
  if (sheets.length === 0) return null;
  const nameOf = (sheet: SheetLine) =>
    sheet.hamlet ?? t(sheet.kind === "own" || sheet.kind === "listed" ? sheet.kind : "noHamlet");
  return (
    <Card title={t("earlier")}>
      <ul className="divide-y divide-line">
        {sheets.map((sheet) => (
          <li key={sheet.id} className="flex flex-wrap gap-x-3 gap-y-1 py-2">
            <TextLink href={`/tasks/worksheet/${sheet.id}`} prefetch={false}>
              {t("sheet", { name: nameOf(sheet), at: formatDateTime(sheet.createdAt) })}
            </TextLink>
            <span className="text-quiet">{t("people", { count: sheet.lines })}</span>
            {sheet.name ? <span className="text-quiet">{sheet.name}</span> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Which list is to be carried from door to door. */
export default async function WorksheetsPage({
  searchParams,
}: {
  searchParams: Promise<{ hamlet?: string }>;
}) {
  const t = await getTranslator("contact.worksheet");
  const { hamlet } = await searchParams;
  const { sheets } = await getWorksheetChoices();
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        crumbs={[{ label: t("back"), href: "/tasks" }, { label: t("title") }]}
        crumbsLabel={t("back")}
        action={<TextLink href="/tasks/results">{t("enter")}</TextLink>}
      />
      <ClientMessages namespaces={["common", "contact"]}>
        <div className="flex max-w-3xl flex-col gap-4">
          <Choices choices={await choicesOf(hamlet)} />
          <Earlier sheets={sheets} />
        </div>
      </ClientMessages>
    </>
  );
}
