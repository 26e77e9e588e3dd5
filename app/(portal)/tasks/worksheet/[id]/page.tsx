import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Banner } from "@/components/ui/banner";
import { buttonStyle } from "@/components/ui/button-style";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { TextLink } from "@/components/ui/text-link";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { getWorksheet } from "@/lib/server/tasks/worksheet-queries";
import { SheetPaper } from "./_components/sheet-paper";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("contact.worksheet"))("paper") };
}

async function Actions({ id }: { id: string }) {
  const t = await getTranslator("contact.worksheet");
  const file = (kind: string) => `/api/v1/worksheets/${id}/file?kind=${kind}`;
  return (
    <>
      {(["xlsx", "csv"] as const).map((kind) => (
        <a key={kind} href={file(kind)} download className={buttonStyle({ variant: "secondary" })}>
          {t(kind)}
        </a>
      ))}
      <PrintButton label={t("print")} />
    </>
  );
}

interface PageProps {
  params: Promise<{ id: string }>;
  /** how many tasks of a filter are not on it */
  searchParams: Promise<{ left?: string }>;
}

/** One list, to be printed or downloaded. */
export default async function WorksheetPage({ params, searchParams }: PageProps) {
  const left = Number((await searchParams).left);
  const lists = await getTranslator("lists.bulk");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const sheet = await getWorksheet(id.data);
  const t = await getTranslator("contact.worksheet");
  return (
    <ClientMessages namespaces={["common"]}>
      <div className="print:hidden">
        <PageHeader
          title={t("paper")}
          lead={t("people", { count: sheet.lines.length })}
          crumbs={[
            { label: t("back"), href: "/tasks" },
            { label: t("title"), href: "/tasks/worksheet" },
            { label: t("paper") },
          ]}
          crumbsLabel={t("back")}
          action={<Actions id={sheet.id} />}
        />
        {left > 0 ? <Banner>{lists("leftSheet", { count: left })}</Banner> : null}
        <p className="my-4">
          <TextLink href="/tasks/results">{t("enter")}</TextLink>
        </p>
      </div>
      <SheetPaper sheet={sheet} />
    </ClientMessages>
  );
}
