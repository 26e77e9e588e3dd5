"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { type MouseEvent, type ReactNode, useEffect } from "react";

/** Told once, about what was done last: no part of the list's own address. */
const TOLD_ONCE = ["done", "code", "on", "undo"];

function addressKey(list: string): string {
  return `list ${list}`;
}
function rowKey(list: string): string {
  return `row ${list}`;
}

/** A browser without storage has no memory, and everything else works. */
function storage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

/** Scrolls to the row that was opened from here and marks it; true when there was one. */
function showRow(list: string): boolean {
  const id = storage()?.getItem(rowKey(list));
  if (!id) return false;
  storage()?.removeItem(rowKey(list));
  const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
  if (!row) return false;
  row.dataset.here = "";
  row.scrollIntoView({ block: "center" });
  row.querySelector("a")?.focus({ preventScroll: true });
  return true;
}

/**
 * Remembers, for this tab, where in a list the officer is and which row they open. Coming back, by
 * whatever way, finds the same page and row; its content is asked for anew.
 */
export function ListMemory({ children }: { children: ReactNode }) {
  const list = usePathname();
  const asked = useSearchParams().toString();
  const router = useRouter();
  useEffect(() => {
    const params = new URLSearchParams(asked);
    for (const name of TOLD_ONCE) params.delete(name);
    const query = params.toString();
    storage()?.setItem(addressKey(list), query ? `${list}?${query}` : list);
    if (showRow(list)) router.refresh();
  }, [list, asked, router]);
  const remember = ({ target }: MouseEvent) => {
    const link = (target as Element).closest("a");
    const row = link?.closest<HTMLElement>("[data-row]")?.dataset.row;
    if (row) storage()?.setItem(rowKey(list), row);
  };
  return <div onClickCapture={remember}>{children}</div>;
}

/** Links to a list inside lead to where the officer was in it. */
export function BackToList({ list, children }: { list: string; children: ReactNode }) {
  const router = useRouter();
  const goBack = (event: MouseEvent) => {
    const link = (event.target as Element).closest("a");
    const address = storage()?.getItem(addressKey(list));
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0;
    if (!address || elsewhere || link?.getAttribute("href") !== list) return;
    event.preventDefault();
    router.push(address);
  };
  return <div onClickCapture={goBack}>{children}</div>;
}
