"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { markedOfficer, onOfficerMark } from "./officer-mark";
import { openVault, type Vault } from "./vault";
import { onVaultChange } from "./vault-news";

/**
 * The officer of this browser, for pages that don't learn it from the server. Null where nobody is signed
 * in, undefined while the page is as the server drew it.
 */
export function useMarkedOfficer(): string | null | undefined {
  return useSyncExternalStore(onOfficerMark, markedOfficer, () => undefined);
}

/** Null until it is open. */
export function useVault(officerId: string | null | undefined): Vault | null {
  const [opened, setOpened] = useState<{ officerId: string; vault: Vault } | null>(null);
  useEffect(() => {
    if (!officerId) return;
    let left = false;
    openVault(officerId).then((vault) => {
      if (!left) setOpened({ officerId, vault });
    });
    return () => {
      left = true;
    };
  }, [officerId]);
  return opened && opened.officerId === officerId ? opened.vault : null;
}

/** What `read` gives of the vault, read again whenever something in it changes; null until then. */
export function useVaultValue<T>(
  vault: Vault | null,
  read: (vault: Vault) => Promise<T>,
): T | null {
  const [kept, setKept] = useState<{ vault: Vault; value: T } | null>(null);
  useEffect(() => {
    if (!vault) return;
    let left = false;
    let asked = 0;
    const load = () => {
      asked += 1;
      const turn = asked;
      read(vault).then((value) => {
        // A slower, earlier reading must not overwrite a later one.
        if (!left && turn === asked) setKept({ vault, value });
      });
    };
    load();
    const stop = onVaultChange(load);
    return () => {
      left = true;
      stop();
    };
  }, [vault, read]);
  return kept && kept.vault === vault ? kept.value : null;
}
