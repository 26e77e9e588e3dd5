"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { isComposition } from "@/components/compare/keys";
import { Icon, type IconName } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";

export interface PaletteItem {
  id: string;
  label: string;
  icon: IconName;
  /** A page; without it the item does something. */
  href?: string;
  run?: () => Promise<void>;
  /** Stands before the pages. */
  first?: boolean;
}

interface PaletteListProps {
  items: readonly PaletteItem[];
  text: string;
  onType: (text: string) => void;
  onChoose: (item: PaletteItem) => void;
  busy: boolean;
}

/** How far a key moves in the list; null for keys that belong to the text. */
function moveOf(key: string): 1 | -1 | null {
  if (key === "ArrowDown") return 1;
  return key === "ArrowUp" ? -1 : null;
}

/**
 * A field whose text narrows a list. The focus stays in the field, as input methods need it; arrows
 * mark an item, Enter chooses it. A key that an input method holds is never one of these.
 */
export function PaletteList({ items, text, onType, onChoose, busy }: PaletteListProps) {
  const t = useTranslations("shortcuts.palette");
  const listId = useId();
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const marked = Math.min(at, Math.max(0, items.length - 1));
  const idOf = (index: number) => `${listId}-${index}`;
  useEffect(() => {
    list.current?.children[marked]?.scrollIntoView({ block: "nearest" });
  }, [marked]);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposition(event.nativeEvent)) return;
    const move = moveOf(event.key);
    const item = items[marked];
    if (move !== null) setAt((marked + move + items.length) % Math.max(1, items.length));
    else if (event.key === "Enter" && item && !busy) onChoose(item);
    else if (event.key !== "Enter") return;
    event.preventDefault();
  };
  return (
    <>
      <Input
        data-first
        role="combobox"
        aria-label={t("label")}
        aria-autocomplete="list"
        aria-expanded={items.length > 0}
        aria-controls={listId}
        aria-activedescendant={items.length > 0 ? idOf(marked) : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={t("placeholder")}
        value={text}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setAt(0);
          onType(event.currentTarget.value);
        }}
      />
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={t("list")}
        aria-busy={busy}
        className="mt-2 flex max-h-[50dvh] flex-col overflow-y-auto"
      >
        {items.map((item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
          // biome-ignore lint/a11y/useFocusableInteractive: marked by aria-activedescendant
          <div
            key={item.id}
            id={idOf(index)}
            role="option"
            aria-selected={index === marked}
            data-href={item.href}
            onClick={() => onChoose(item)}
            className="flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-3 py-2 hover:bg-hover aria-selected:bg-action-soft aria-selected:font-semibold aria-selected:text-action md:min-h-10"
          >
            <Icon name={item.icon} size={18} />
            <span className="min-w-0 flex-1">{item.label}</span>
            <span className="text-xs font-normal text-quiet">
              {t(item.href ? "page" : "action")}
            </span>
          </div>
        ))}
      </div>
    </>
  );
}
