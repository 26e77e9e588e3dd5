"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { TextField } from "@/components/forms/text-field";
import { Checkbox } from "@/components/ui/checkbox";

interface PasswordFieldsProps {
  fields: readonly {
    name: string;
    label: string;
    autoComplete: "current-password" | "new-password";
  }[];
}

/** Passwords that can be shown: an input method may have written something else than was meant. */
export function PasswordFields({ fields }: PasswordFieldsProps) {
  const t = useTranslations("access.password");
  const [shown, setShown] = useState(false);
  return (
    <div className="flex flex-col gap-4">
      {fields.map((field) => (
        <TextField
          key={field.name}
          {...field}
          type={shown ? "text" : "password"}
          maxLength={200}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          required
        />
      ))}
      <Checkbox
        label={t("show")}
        checked={shown}
        onChange={(event) => setShown(event.currentTarget.checked)}
        className="-mt-2"
      />
    </div>
  );
}
