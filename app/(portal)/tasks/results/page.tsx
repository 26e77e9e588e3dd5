import type { Metadata } from "next";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { writeRowCode } from "@/lib/domain/tasks/worksheet/row-code";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { codeText } from "@/lib/i18n/code-text";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { MOST_SHEET_MEGABYTES } from "@/lib/server/tasks/result-commands";
import {
  type CodeAnswer,
  findByRowCode,
  listResultSheets,
} from "@/lib/server/tasks/result-queries";
import { BringForm } from "./_components/bring-form";
import { CodeForm } from "./_components/code-form";
import { ResultForm } from "./_components/result-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("contact.results"))("title") };
}

interface Params {
  code?: string;
  /** what became of the last result, of which code, and how many attempts are missing */
  done?: string;
  said?: string;
  n?: string;
}

async function Done({ done, said = "", n }: Params) {
  const t = await getTranslator("contact.results.done");
  const known = (["applied", "alreadyDone", "missing"] as const).find((one) => one === done);
  if (!known) return null;
  return (
    <Banner tone={known === "missing" ? "waiting" : "settled"} live>
      {t(known, { code: writeRowCode(said), missing: Number(n) || 0 })}
    </Banner>
  );
}

/** Whose line it is, so that nobody writes behind the wrong person. */
async function Person({ line }: { line: NonNullable<CodeAnswer["line"]> }) {
  const t = await getTranslator("contact.results");
  const words = await getTranslator("contact.missing");
  const { fullName, birthYear, address, attempts, needed, missing } = line;
  const person = { name: fullName ?? t("nobody"), year: birthYear ?? t("noYear") };
  return (
    <div>
      <p className="flex flex-wrap gap-x-4">
        <strong>{t("person", person)}</strong>
        <TextLink href={`/tasks/${line.taskId}`}>{t("openTask")}</TextLink>
      </p>
      <DescriptionList
        items={[
          { term: t("address"), value: address ?? "–" },
          { term: t("missing"), value: missing.map((one) => words(one)).join("; ") },
          { term: t("attempts"), value: t("attemptsOf", { attempts, needed }) },
        ]}
      />
    </div>
  );
}

async function ByCode({ code }: { code?: string }) {
  const t = await getTranslator("contact.results");
  const issues = await getTranslator("contact.issue");
  const { line, problem } = code ? await findByRowCode(code) : { line: null, problem: null };
  return (
    <Card title={t("byCode")}>
      <div className="flex flex-col gap-5">
        <CodeForm
          key={code}
          code={code}
          error={problem ? codeText(issues, problem, "other") : undefined}
        />
        {line ? <Person line={line} /> : null}
        {line ? <ResultForm key={line.code} code={line.code} /> : null}
      </div>
    </Card>
  );
}

async function Brought() {
  const t = await getTranslator("contact.results");
  const sheets = await listResultSheets();
  return (
    <Card title={t("upload")}>
      <BringForm most={MOST_SHEET_MEGABYTES} />
      {sheets.length > 0 ? <h3 className="mt-6 font-semibold">{t("earlier")}</h3> : null}
      <ul className="divide-y divide-line">
        {sheets.map(({ id, fileName, createdAt, applied, pending }) => (
          <li key={id} className="flex flex-wrap gap-x-3 py-2">
            <TextLink href={`/tasks/results/${id}`} prefetch={false}>
              {t("sheet", { name: fileName, at: formatDateTime(createdAt) })}
            </TextLink>
            <span className="text-quiet">{t("counts", { applied, pending })}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Results of a survey: typed line by line, or brought as a file. */
export default async function ResultsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const params = await searchParams;
  const t = await getTranslator("contact.results");
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        crumbs={[{ label: t("back"), href: "/tasks" }, { label: t("title") }]}
        crumbsLabel={t("back")}
      />
      <ClientMessages namespaces={["common", "contact"]}>
        <div className="flex max-w-3xl flex-col gap-4">
          <Done {...params} />
          <ByCode code={params.code} />
          <Brought />
        </div>
      </ClientMessages>
    </>
  );
}
