"use client";

import { type KeyboardEvent, type RefObject, useEffect } from "react";
import type { IdentityField } from "@/lib/domain/matching/vocabulary";
import { type CompareCommand, commandOf, isSubmit, type KeyPlace } from "./keys";

const TEXT_FIELDS = "input, textarea, select, [contenteditable]";

interface CompareKeys {
  box: RefObject<HTMLElement | null>;
  onChoose: (field: IdentityField, side: "record" | "registry") => void;
}

function placeOf(target: Element, row: Element): KeyPlace {
  if (target === row) return "row";
  return target.matches(TEXT_FIELDS) ? "text" : "other";
}

function moveFocus(box: HTMLElement, row: Element, step: 1 | -1): void {
  const rows = [...box.querySelectorAll<HTMLElement>("[data-field]")];
  rows[rows.indexOf(row as HTMLElement) + step]?.focus();
}

function focusValue(row: Element): void {
  const field = row.querySelector<HTMLInputElement>("[data-value-of]");
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}

/** The button that stands for sending: the one marked so, else the first of the form. */
function sendForm(box: HTMLElement | null): void {
  const form = box?.closest("form");
  const button =
    form?.querySelector<HTMLButtonElement>("button[data-send]") ??
    form?.querySelector<HTMLButtonElement>("button[type=submit]");
  if (button && !button.disabled) form?.requestSubmit(button);
}

/** Ctrl+Enter sends from anywhere on the page, except from a dialog or another form. */
function useSendKey(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.defaultPrevented || !isSubmit(event)) return;
      const elsewhere = (event.target as Element).closest("dialog, form");
      if (elsewhere && elsewhere !== box.current?.closest("form")) return;
      event.preventDefault();
      sendForm(box.current);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [box]);
}

/** Keys of the side-by-side table: gives the handler for its body. */
export function useCompareKeys({ box, onChoose }: CompareKeys) {
  useSendKey(box);
  return (event: KeyboardEvent<HTMLElement>) => {
    const row = (event.target as Element).closest<HTMLElement>("[data-field]");
    if (!row || !box.current || (event.target as Element).closest("dialog")) return;
    const command = commandOf(event.nativeEvent, placeOf(event.target as Element, row));
    if (command === null || command === "submit") return;
    event.preventDefault();
    const field = row.dataset.field as IdentityField;
    const table = box.current;
    const actions: Record<Exclude<CompareCommand, "submit">, () => void> = {
      up: () => moveFocus(table, row, -1),
      down: () => moveFocus(table, row, 1),
      keep: () => onChoose(field, "record"),
      take: () => onChoose(field, "registry"),
      edit: () => focusValue(row),
      leave: () => row.focus(),
    };
    actions[command]();
  };
}
