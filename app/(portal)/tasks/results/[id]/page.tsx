import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { codeText } from "@/lib/i18n/code-text";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { getResultSheet, type ResultRowView } from "@/lib/server/tasks/result-queries";
import type { SheetFailure } from "@/lib/server/tasks/result-read";
import { ApplyForm } from "./_components/apply-form";
import { RowTable } from "./_components/row-table";
import { wordedRows } from "./_components/row-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("contact.sheet"))("title") };
}

/** What is wrong with a whole file, in the words of every other import. */
async function Failure({ failure }: { failure: SheetFailure }) {
  const t = await getTranslator("contact.sheet");
  const files = await getTranslator("imports");
  const { code, params } = failure;
  const text = code.startsWith("sheet.")
    ? codeText(t, { code: code.slice("sheet.".length), params }, "noTitles")
    : codeText(files, { code, params }, "file.other");
  return (
    <Banner tone="danger" title={t("failed")}>
      {text}
    </Banner>
  );
}

async function Lines({ sheetId, rows }: { sheetId: string; rows: ResultRowView[] }) {
  const t = await getTranslator("contact.sheet");
  const count = (of: (row: ResultRowView) => boolean) => rows.filter(of).length;
  const pending = count((row) => !row.done);
  const wrong = count((row) => row.says.what === "unreadable");
  const empty = count((row) => row.says.what === "empty");
  const shown = await wordedRows(rows.filter((row) => row.says.what !== "empty"));
  return (
    <>
      <p>{t("pending", { count: pending })}</p>
      {wrong > 0 ? <Banner tone="waiting">{t("wrong", { count: wrong })}</Banner> : null}
      {empty > 0 ? <p className="text-quiet">{t("empty", { count: empty })}</p> : null}
      <ApplyForm sheetId={sheetId} count={pending} />
      <Card flush>
        <RowTable rows={shown} />
      </Card>
    </>
  );
}

/** A sheet that came back: every line with what it will do, then with what became of it. */
export default async function ResultSheetPage({ params }: { params: Promise<{ id: string }> }) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const sheet = await getResultSheet(id.data);
  const t = await getTranslator("contact.sheet");
  const results = await getTranslator("contact.results");
  return (
    <ClientMessages namespaces={["common", "contact"]}>
      <PageHeader
        title={t("title")}
        lead={t("lead", { file: sheet.fileName, at: formatDateTime(sheet.createdAt) })}
        crumbs={[
          { label: results("back"), href: "/tasks" },
          { label: results("title"), href: "/tasks/results" },
          { label: t("title") },
        ]}
        crumbsLabel={results("back")}
        action={<TextLink href="/tasks/results">{t("again")}</TextLink>}
      />
      <div className="flex flex-col gap-4">
        {sheet.failure ? (
          <Failure failure={sheet.failure} />
        ) : (
          <Lines sheetId={sheet.id} rows={sheet.rows} />
        )}
      </div>
    </ClientMessages>
  );
}
