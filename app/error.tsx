"use client";

import { useTranslations } from "use-intl/react";
import { StillFrame } from "@/components/shell/still-frame";
import { Button } from "@/components/ui/button";
import { FailureNotice } from "@/components/ui/failure-notice";
import { failureReference } from "@/components/ui/failure-reference";

interface ErrorPageProps {
  error: unknown;
  retry: () => void;
}

/** Only the reference is shown: the inside stays in the log. */
export default function ErrorPage({ error, retry }: ErrorPageProps) {
  const t = useTranslations("failure.page");
  const shell = useTranslations("shell");
  const reference = failureReference(error);
  return (
    <StillFrame productName={shell("productName")} home={shell("home")}>
      <FailureNotice
        alert
        title={t("title")}
        body={t("body")}
        reference={reference ? t("reference", { reference }) : undefined}
        home={t("home")}
      >
        <Button variant="primary" onClick={retry}>
          {t("retry")}
        </Button>
      </FailureNotice>
    </StillFrame>
  );
}
