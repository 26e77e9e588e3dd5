"use client";

import { useTranslations } from "use-intl/react";
import { StateChip } from "@/components/ui/state-chip";

/** Whether the officer can sign in, in a word with its sign. */
export function OfficerState({ disabled }: { disabled: boolean }) {
  const t = useTranslations("officers.state");
  if (disabled) return <StateChip icon="lock">{t("disabled")}</StateChip>;
  return <StateChip tone="settled">{t("open")}</StateChip>;
}
