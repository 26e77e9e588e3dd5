"use client";

import { useTranslations } from "use-intl/react";
import { formatDate } from "@/lib/i18n/format";
import { TextField, type TextFieldProps } from "./text-field";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

interface DayFieldProps
  extends Omit<TextFieldProps, "type" | "inputMode" | "defaultValue" | "hint"> {
  /** yyyy-MM-dd, or what was typed and is no day */
  defaultValue?: string;
  hint?: string;
}

/**
 * A day as people here write it. A browser's own field follows the browser's language, in which 05/12 may
 * be the twelfth of May. The action reads it with `readDay`.
 */
export function DayField({ defaultValue = "", hint, ...field }: DayFieldProps) {
  const t = useTranslations("common.field");
  const written = t("dayHint");
  return (
    <TextField
      {...field}
      inputMode="numeric"
      autoComplete="off"
      hint={hint ? [hint, written].join(" ") : written}
      defaultValue={DAY.test(defaultValue) ? formatDate(defaultValue) : defaultValue}
    />
  );
}
