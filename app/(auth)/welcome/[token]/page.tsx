import type { Metadata } from "next";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { getTranslator } from "@/lib/i18n/server";
import { findInvite } from "@/lib/server/access/invites";
import { PasswordRules } from "../../password-rules";
import { FirstPasswordForm } from "./_components/first-password-form";

export async function generateMetadata(): Promise<Metadata> {
  // The address is the secret: it must not travel to whatever the page links to.
  return { title: (await getTranslator("access.welcome"))("title"), referrer: "no-referrer" };
}

interface WelcomeProps {
  params: Promise<{ token: string }>;
}

export default async function WelcomePage({ params }: WelcomeProps) {
  const { token } = await params;
  const invite = await findInvite(token);
  const t = await getTranslator("access.welcome");
  if (!invite) return <LinkIsOver />;
  const { username, fullName } = invite;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead", { name: fullName, username })} />
      <div className="flex flex-col gap-5">
        <PasswordRules />
        <FirstPasswordForm token={token} username={username} />
      </div>
    </>
  );
}

async function LinkIsOver() {
  const t = await getTranslator("access.welcome");
  const signIn = await getTranslator("access.signIn");
  return (
    <>
      <PageHeader title={t("overTitle")} lead={t("overBody")} />
      <Banner tone="waiting" action={<LinkButton href="/sign-in">{signIn("title")}</LinkButton>}>
        <p>{t("overAsk")}</p>
        <p>{t("overSignIn")}</p>
      </Banner>
    </>
  );
}
