import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { getTranslator } from "@/lib/i18n/server";
import { currentActor } from "@/lib/server/core/session";
import { SignInForm } from "./_components/sign-in-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("access.signIn"))("title") };
}

/** What has just been done, by the word that the page before it left in the address. */
const DONE = { set: "passwordSet", changed: "passwordChanged" } as const;

interface SignInProps {
  searchParams: Promise<{ done?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: SignInProps) {
  if (await currentActor()) redirect("/home");
  const t = await getTranslator("access.signIn");
  const { done } = await searchParams;
  const said = done === "set" || done === "changed" ? DONE[done] : null;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="flex flex-col gap-5">
        {said ? <Banner tone="settled">{t(said)}</Banner> : null}
        <noscript>
          <Banner tone="waiting">{t("needsScript")}</Banner>
        </noscript>
        <SignInForm />
        <p className="text-sm text-quiet">{t("help")}</p>
        <p className="text-sm">
          <TextLink href="/citizen">{t("citizen")}</TextLink>
        </p>
      </div>
    </>
  );
}
