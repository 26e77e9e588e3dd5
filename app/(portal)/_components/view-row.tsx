"use client";

import { useTranslations } from "use-intl/react";
import { dropView, nameView, openFirst } from "@/app/(portal)/list-actions";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { TextField } from "@/components/forms/text-field";
import { ToldForm } from "@/components/forms/told-form";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";

interface ViewRowProps {
  view: { id: string; name: string; href: string; isDefault: boolean };
}

/** One view: its name, whether it opens first, and its end. */
export function ViewRow({ view: { id, name, href, isDefault } }: ViewRowProps) {
  const t = useTranslations("lists.saved");
  return (
    <li className="flex flex-wrap items-end gap-3 py-4">
      <ToldForm action={nameView} className="flex flex-wrap items-end gap-2">
        <HiddenFields values={{ id }} />
        <TextField
          name="name"
          scope={id}
          label={t("name")}
          defaultValue={name}
          maxLength={60}
          required
        />
        <SubmitButton variant="secondary" aria-label={`${t("rename")}: ${name}`}>
          {t("rename")}
        </SubmitButton>
      </ToldForm>
      <ToldForm action={openFirst}>
        <HiddenFields values={{ id }} />
        <SubmitButton
          variant="secondary"
          aria-label={`${t(isDefault ? "dropDefault" : "makeDefault")}: ${name}`}
        >
          {t(isDefault ? "dropDefault" : "makeDefault")}
        </SubmitButton>
      </ToldForm>
      <LinkButton href={href}>{t("open")}</LinkButton>
      <ToldForm action={dropView}>
        <HiddenFields values={{ id }} />
        <SubmitButton variant="quiet" icon="remove" aria-label={`${t("remove")}: ${name}`}>
          {t("remove")}
        </SubmitButton>
      </ToldForm>
    </li>
  );
}
