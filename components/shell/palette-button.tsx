"use client";

import { useLocale, useTranslations } from "use-intl/react";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { MessagesProvider } from "@/lib/i18n/provider";
import { useLazily } from "./lazily";
import type { PaletteProps } from "./palette";
import { isPaletteKey, useShortcut } from "./shortcut";

/** "Tìm, Ctrl+K": everything that the viewer may open or do, by a few letters of its name. */
export function PaletteButton(props: Omit<PaletteProps, "open" | "onClose">) {
  const t = useTranslations("shell");
  const locale = useLocale();
  const { part: Palette, words, open, show, hide } = useLazily(readPalette);
  useShortcut(isPaletteKey, show);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K"
        aria-label={t("search")}
        onClick={show}
        className="flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-md px-2 text-quiet hover:bg-hover hover:text-ink @min-[60rem]:min-h-9 @min-[60rem]:border @min-[60rem]:border-edge @min-[60rem]:px-3"
      >
        <Icon name="search" />
        <span className="hidden text-sm @min-[60rem]:inline">{t("searchShort")}</span>
        <span className="hidden @min-[60rem]:inline">
          <Kbd>{t("searchKey")}</Kbd>
        </span>
      </button>
      {Palette && words ? (
        <MessagesProvider locale={locale} messages={words}>
          <Palette {...props} open={open} onClose={hide} />
        </MessagesProvider>
      ) : null}
    </>
  );
}

const readPalette = async () => (await import("./palette")).Palette;
