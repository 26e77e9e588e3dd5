"use client";

import { useTranslations } from "use-intl/react";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";

/** What is out of the viewer's area looks the same as what does not exist. */
export function PageNotFound() {
  const t = useTranslations("errors.notFound");
  return (
    <>
      <PageHeader title={t("title")} lead={t("body")} />
      <LinkButton href="/" variant="primary">
        {t("home")}
      </LinkButton>
    </>
  );
}
