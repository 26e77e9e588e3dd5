"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { TextField, type TextFieldProps } from "@/components/forms/text-field";
import { Checkbox } from "@/components/ui/checkbox";

/** A password that can be shown: an input method may have written something else than was meant. */
export function PasswordField(props: Omit<TextFieldProps, "type">) {
  const t = useTranslations("access.password");
  const [shown, setShown] = useState(false);
  return (
    <div className="flex flex-col gap-1">
      <TextField
        {...props}
        type={shown ? "text" : "password"}
        maxLength={200}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
      />
      <Checkbox
        label={t("show")}
        checked={shown}
        onChange={(event) => setShown(event.currentTarget.checked)}
      />
    </div>
  );
}
