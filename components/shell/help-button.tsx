"use client";

import { useLocale, useTranslations } from "use-intl/react";
import { Icon } from "@/components/ui/icon";
import { MessagesProvider } from "@/lib/i18n/provider";
import { useLazily } from "./lazily";
import { isHelpKey, useShortcut } from "./shortcut";

/** A page that has a help of its own marks its button so; F1 then presses that one. */
const OWN_HELP = '#main [aria-keyshortcuts="F1"]';

/** F1 on every page: the page's own help where it has one, else what the page is for and its keys. */
export function HelpButton() {
  const t = useTranslations("shell");
  const locale = useLocale();
  const { part: PageHelp, words, open, show, hide } = useLazily(readHelp);
  useShortcut(isHelpKey, () => {
    const own = document.querySelector<HTMLElement>(OWN_HELP);
    if (own) own.click();
    else show();
  });
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="F1"
        aria-label={t("pageHelp")}
        onClick={show}
        className="hidden size-11 items-center justify-center rounded-md text-quiet hover:bg-hover hover:text-ink md:flex"
      >
        <Icon name="help" />
      </button>
      {PageHelp && words ? (
        <MessagesProvider locale={locale} messages={words}>
          <PageHelp open={open} onClose={hide} />
        </MessagesProvider>
      ) : null}
    </>
  );
}

const readHelp = async () => (await import("./page-help")).PageHelp;
