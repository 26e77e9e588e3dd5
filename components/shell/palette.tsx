"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl/react";
import { askToSignOut } from "@/components/offline/sign-out-form";
import { Dialog } from "@/components/ui/dialog";
import { readRecordCode } from "@/lib/domain/records/record-code";
import type { Entry } from "./entry";
import { fits } from "./palette-filter";
import { type PaletteItem, PaletteList } from "./palette-list";
import { THEMES } from "./theme";

export interface PaletteProps {
  open: boolean;
  onClose: () => void;
  /** Everything that the viewer may open. */
  places: readonly Entry[];
  actions: { setTheme: (form: FormData) => Promise<void> };
  /** Opens the next task; absent for who settles none. */
  takeNext?: () => Promise<void>;
  /** The address of a record's task; absent for who sees none. */
  findByCode?: (code: string) => Promise<string | null>;
}

/** What can be done from anywhere, in the order of how often it is. */
function useActions({ actions, takeNext }: PaletteProps): PaletteItem[] {
  const t = useTranslations("shortcuts.palette");
  const shell = useTranslations("shell");
  const setTheme = (theme: string) => () => {
    const form = new FormData();
    form.set("theme", theme);
    return actions.setTheme(form);
  };
  return [
    ...(takeNext
      ? [{ id: "next", label: t("next"), icon: "tasks" as const, run: takeNext, first: true }]
      : []),
    ...THEMES.map((theme) => ({
      id: `theme-${theme}`,
      label: t("theme", { name: shell(`theme.${theme}`) }),
      icon: theme,
      run: setTheme(theme),
    })),
    { id: "signOut", label: shell("signOut"), icon: "signOut" as const, run: askToSignOut },
  ];
}

/** Pages, actions and records by code, found by a few letters with or without marks. */
export function Palette(props: PaletteProps) {
  const { open, onClose, places, findByCode } = props;
  const t = useTranslations("shortcuts.palette");
  const router = useRouter();
  const [text, setText] = useState("");
  const [said, setSaid] = useState("");
  const [pending, start] = useTransition();
  const actions = useActions(props);
  const type = (next: string) => {
    setText(next);
    setSaid("");
  };
  const close = () => {
    type("");
    onClose();
  };
  const lookUp = (code: string) => async () => {
    const href = await findByCode?.(code);
    if (href) go(href);
    else setSaid(t("notFound", { code }));
  };
  const go = (href: string) => {
    close();
    router.push(href);
  };
  const code = findByCode ? readRecordCode(text) : null;
  const pages = places.map(({ href, label, icon }) => ({ id: href, label, icon, href }));
  const found: PaletteItem[] = [
    ...(code
      ? [{ id: "code", label: t("record", { code }), icon: "file" as const, run: lookUp(code) }]
      : []),
    ...[
      ...actions.filter(({ first }) => first),
      ...pages,
      ...actions.filter(({ first }) => !first),
    ].filter(({ label }) => fits(text, label)),
  ];
  const choose = (item: PaletteItem) => {
    if (item.href) return go(item.href);
    start(async () => {
      await item.run?.();
      if (item.id !== "code") close();
    });
  };
  return (
    <Dialog open={open} onClose={close} title={t("title")}>
      <PaletteList items={found} text={text} onType={type} onChoose={choose} busy={pending} />
      <p role="status" className="mt-2 min-h-5 text-sm text-quiet">
        {said || (found.length === 0 ? t("none") : null)}
        {said || found.length === 0 ? null : <span className="hidden md:inline">{t("hint")}</span>}
      </p>
    </Dialog>
  );
}
