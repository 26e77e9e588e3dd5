import type { Metadata } from "next";
import { headers } from "next/headers";
import { TextField } from "@/components/forms/text-field";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { readCode, writtenCode } from "@/lib/domain/directives/request-code";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { askByCode, type CitizenState } from "@/lib/server/directives/citizen";

export const dynamic = "force-dynamic";

interface PageProps {
  searchParams: Promise<{ code?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  // Whoever has the code sees the state: it must not travel to whatever the page links to.
  return { title: (await getTranslator("requests.citizen"))("title"), referrer: "no-referrer" };
}

/** The address that asks; the nearest proxy's word where there is one. */
async function clientAddress(): Promise<string> {
  const forwarded = (await headers()).get("x-forwarded-for");
  return forwarded?.split(",").at(-1)?.trim() ?? "unknown";
}

async function State({ code, state }: { code: string; state: CitizenState }) {
  const t = await getTranslator("requests");
  const { stage, enteredAt, dueAt, answeredAt } = state;
  const answered = answeredAt ? formatDateTime(answeredAt) : t("citizen.notAnswered");
  return (
    <Card title={t("citizen.result", { code: writtenCode(code) })}>
      <DescriptionList
        items={[
          { term: t("citizen.stage"), value: <strong>{t(`stage.${stage}`)}</strong> },
          { term: t("citizen.entered"), value: formatDateTime(enteredAt) },
          { term: t("citizen.due"), value: formatDateTime(dueAt) },
          { term: t("citizen.answered"), value: answered },
        ]}
      />
      <p className="mt-3">{t("citizen.ask")}</p>
    </Card>
  );
}

async function Answer({ typed }: { typed: string }) {
  const t = await getTranslator("requests.citizen");
  const answer = await askByCode(typed, await clientAddress());
  if (answer.kind !== "found") {
    return (
      <Banner tone="waiting" live>
        {t(answer.kind)}
      </Banner>
    );
  }
  return <State code={readCode(typed) ?? ""} state={answer.state} />;
}

/** How far a request is, for whoever holds its code; it works without any script. */
export default async function CitizenPage({ searchParams }: PageProps) {
  const typed = [(await searchParams).code ?? ""].flat()[0]?.slice(0, 40) ?? "";
  const t = await getTranslator("requests.citizen");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="flex flex-col gap-5">
        <form action="/citizen" className="flex flex-col gap-3">
          <TextField
            name="code"
            label={t("code")}
            hint={t("codeHint")}
            defaultValue={typed}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
            required
          />
          <div>
            <Button type="submit" variant="primary">
              {t("action")}
            </Button>
          </div>
        </form>
        {typed ? <Answer typed={typed} /> : null}
        <p className="text-sm text-quiet">{t("privacy")}</p>
      </div>
    </>
  );
}
