"use client";

import { useTranslations } from "use-intl/react";
import { FailureNotice } from "@/components/ui/failure-notice";
import { failureReference } from "@/components/ui/failure-reference";

interface PageFailureProps {
  error: unknown;
  retry: () => void;
}

/** Content of an error page. Only the reference is shown: the inside stays in the log. */
export function PageFailure({ error, retry }: PageFailureProps) {
  const t = useTranslations("errors.page");
  const reference = failureReference(error);
  return (
    <FailureNotice
      title={t("title")}
      body={t("body")}
      reference={reference ? t("reference", { reference }) : undefined}
      retry={{ label: t("retry"), run: retry }}
      home={t("home")}
    />
  );
}
