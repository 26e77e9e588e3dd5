"use client";

import Link from "next/link";
import { useTranslations } from "use-intl/react";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenFields } from "@/components/forms/hidden-fields";
import type { FormAction } from "@/components/forms/result";
import { TextField } from "@/components/forms/text-field";
import { buttonStyle } from "@/components/ui/button-style";
import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";

export interface ViewLink {
  id: string;
  name: string;
  href: string;
  current: boolean;
  isDefault: boolean;
}

interface ViewMenuProps {
  /** Which list. */
  list: string;
  views: readonly ViewLink[];
  save: FormAction;
  /** The address that would be kept. */
  query: string;
  /** Where views are renamed and removed. */
  manageHref: string;
}

/** The officer's own views of a list, and keeping the present one. */
export function ViewMenu({ list, views, save, query, manageHref }: ViewMenuProps) {
  const t = useTranslations("lists.saved");
  return (
    <Disclosure
      sheet
      className={buttonStyle({ variant: "secondary", size: "sm" })}
      summary={
        <>
          {t("menu")}
          <Icon name="chevronDown" size={16} />
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {views.length === 0 ? <p className="text-sm text-quiet">{t("none")}</p> : null}
        <ul className="flex flex-col">
          {views.map(({ id, name, href, current, isDefault }) => (
            <li key={id}>
              <Link
                href={href}
                aria-current={current ? "page" : undefined}
                className="flex min-h-11 items-center justify-between gap-2 rounded-md px-2 hover:bg-hover aria-[current]:font-semibold aria-[current]:text-action md:min-h-9"
              >
                {name}
                {isDefault ? (
                  <span className="text-xs font-normal text-quiet">{t("default")}</span>
                ) : null}
              </Link>
            </li>
          ))}
        </ul>
        <ActionForm action={save} resetOnSuccess className="flex flex-col gap-2">
          <HiddenFields values={{ list, query }} />
          <TextField
            name="name"
            scope="view"
            label={t("name")}
            hint={t("hint")}
            maxLength={60}
            autoComplete="off"
            required
          />
          <SubmitButton size="sm">{t("save")}</SubmitButton>
        </ActionForm>
        {views.length > 0 ? <TextLink href={manageHref}>{t("manage")}</TextLink> : null}
      </div>
    </Disclosure>
  );
}
