/*
 * Who signed in last in this browser, for pages that open without the portal. Only the account's id,
 * which says nothing by itself; the session's cookie can't be read here.
 */
const PLACE = "portal-officer";
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

export function markedOfficer(): string | null {
  try {
    return localStorage.getItem(PLACE);
  } catch {
    return null; // storage is refused: nothing is kept here at all
  }
}

/** Null: nobody is signed in here any more. */
export function markOfficer(officerId: string | null): void {
  if (markedOfficer() === officerId) return;
  try {
    if (officerId === null) localStorage.removeItem(PLACE);
    else localStorage.setItem(PLACE, officerId);
  } catch {
    return;
  }
  tell();
}

/** Also when another tab signs in or out. */
export function onOfficerMark(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}
