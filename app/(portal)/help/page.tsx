import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { canDo } from "@/lib/domain/access/roles";
import { EXPLAINED_CLASSES } from "@/lib/domain/matching/class-samples";
import { getTranslator } from "@/lib/i18n/server";
import { currentRole } from "@/lib/server/core/session";
import { ClassName } from "./_components/class-name";
import { ClassSection } from "./_components/class-section";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("help"))("title") };
}

const STEPS = [
  "compare",
  "route",
  "survey",
  "verify",
  "handOver",
  "correct",
  "approve",
  "publish",
] as const;
const ROLES = ["hamlet", "police", "health", "coordinator", "leader"] as const;
const WORDS = [
  "record",
  "task",
  "match",
  "compare",
  "registry",
  "number",
  "oldNumber",
  "score",
  "candidate",
  "lease",
  "handover",
  "transfer",
  "dose",
  "source",
] as const;

async function Contents() {
  const t = await getTranslator("help.contents");
  return (
    <nav aria-label={t("label")} className="text-sm">
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {(["classes", "steps", "roles", "words"] as const).map((part) => (
          <li key={part}>
            <TextLink href={`#${part}`}>{t(part)}</TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

async function Classes() {
  const t = await getTranslator("help");
  return (
    <Card title={<span id="classes">{t("contents.classes")}</span>}>
      <p>{t("classesLead")}</p>
      <ul className="my-4 flex flex-wrap gap-x-5 gap-y-1">
        {EXPLAINED_CLASSES.map((kind) => (
          <li key={kind} className="flex min-h-6 items-center">
            <TextLink href={`#${kind}`}>
              <ClassName kind={kind} />
            </TextLink>
          </li>
        ))}
      </ul>
      {EXPLAINED_CLASSES.map((kind) => (
        <ClassSection key={kind} kind={kind} />
      ))}
    </Card>
  );
}

async function Steps() {
  const t = await getTranslator("help");
  return (
    <Card title={<span id="steps">{t("contents.steps")}</span>}>
      <ol className="flex list-decimal flex-col gap-2 pl-5">
        {STEPS.map((step) => (
          <li key={step}>{t(`step.${step}`)}</li>
        ))}
      </ol>
    </Card>
  );
}

async function Meanings({ part }: { part: "roles" | "words" }) {
  const t = await getTranslator("help");
  const roles = await getTranslator("access.role");
  const lines =
    part === "roles"
      ? ROLES.map((role) => ({ term: roles(role), words: t(`role.${role}`) }))
      : WORDS.map((word) => ({ term: t(`word.${word}.term`), words: t(`word.${word}.means`) }));
  return (
    <Card title={<span id={part}>{t(`contents.${part}`)}</span>}>
      <dl className="flex flex-col gap-3">
        {lines.map(({ term, words }) => (
          <div key={term}>
            <dt className="font-semibold">{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** What the words on a record mean and what to do about each; the steps, who does what, and the words. */
export default async function HelpPage() {
  const t = await getTranslator("help");
  const practises = canDo(await currentRole(), "practice:do");
  const practice = <LinkButton href="/practice">{t("practice")}</LinkButton>;
  return (
    <div className="reading">
      <PageHeader title={t("title")} lead={t("lead")} action={practises ? practice : null} />
      <div className="flex flex-col gap-6">
        <Contents />
        <Classes />
        <Steps />
        <Meanings part="roles" />
        <Meanings part="words" />
      </div>
    </div>
  );
}
