"use client";

import { useState } from "react";
import { useLocale } from "use-intl/react";
import type { Locale } from "@/lib/i18n/locales";
import type { Messages } from "@/lib/i18n/messages";

/** Words of what opens by a key: fetched with it, and on no page before. */
async function readWords(locale: Locale): Promise<Pick<Messages, "shortcuts">> {
  const file =
    locale === "en"
      ? await import("@/lib/i18n/en/shortcuts.json")
      : await import("@/lib/i18n/vi/shortcuts.json");
  // What comes with a page has been read on the server; this has not.
  const { readied } = await import("@/lib/i18n/readied");
  return readied({ shortcuts: file.default as Messages["shortcuts"] });
}

export interface Lazily<Part> {
  part: Part | null;
  words: Pick<Messages, "shortcuts"> | null;
  open: boolean;
  show: () => void;
  hide: () => void;
}

/**
 * Something that is fetched when it is first opened, so that no page carries it. Without a
 * connection it does not open, and nothing else is disturbed.
 */
export function useLazily<Part>(load: () => Promise<Part>): Lazily<Part> {
  const locale = useLocale();
  const [got, setGot] = useState<{ part: Part; words: Pick<Messages, "shortcuts"> } | null>(null);
  const [open, setOpen] = useState(false);
  const show = async () => {
    if (!got) {
      const both = await Promise.all([load(), readWords(locale)]).catch(() => null);
      if (!both) return;
      setGot({ part: both[0], words: both[1] });
    }
    setOpen(true);
  };
  return {
    part: got?.part ?? null,
    words: got?.words ?? null,
    open,
    show: () => void show(),
    hide: () => setOpen(false),
  };
}
