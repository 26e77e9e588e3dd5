"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { RefusedVisit, Visit } from "@/components/offline/visits";
import type { CarriedLine } from "@/lib/domain/tasks/worksheet/carried";
import type { SheetResult } from "@/lib/domain/tasks/worksheet/result";
import { type Kept, personId } from "./field-state";

/** Whose visit is being written down, and what it takes the place of. */
export interface FormTarget {
  /** of the person's task */
  id: string;
  name: string | null;
  address: string | null;
  version: number | null;
  before: SheetResult | null;
  replaces: { shelf: "outbox" | "refused"; id: string } | null;
}

function isRefused(visit: Visit | RefusedVisit): visit is RefusedVisit {
  return "title" in visit;
}

/** Who edits what was refused because the task was changed has looked at it. */
function editOf({ id, value }: Kept<Visit | RefusedVisit>): FormTarget {
  const refused = isRefused(value);
  return {
    id: value.taskId,
    name: value.name,
    address: null,
    version: refused && value.stale ? null : value.version,
    before: value.result,
    replaces: { shelf: refused ? "refused" : "outbox", id },
  };
}

/** The list as it was left, with the focus on the person. */
function comeBack({ scroll, id }: { scroll: number; id: string }): void {
  window.scrollTo(0, scroll);
  document.getElementById(personId(id))?.focus({ preventScroll: true });
}

/**
 * The form in place of the list. The device's own "back" closes it, and the list is where it was left.
 */
export function useForm() {
  const [open, setOpen] = useState<FormTarget | null>(null);
  const left = useRef<{ scroll: number; id: string } | null>(null);
  const show = useCallback((target: FormTarget) => {
    left.current = { scroll: window.scrollY, id: target.id };
    window.history.pushState(null, "");
    setOpen(target);
  }, []);
  useEffect(() => {
    if (!open) {
      if (left.current) comeBack(left.current);
      return;
    }
    window.scrollTo(0, 0);
    const back = () => setOpen(null);
    window.addEventListener("popstate", back);
    return () => window.removeEventListener("popstate", back);
  }, [open]);
  return {
    open,
    write: ({ taskId: id, version, fullName: name, address }: CarriedLine) =>
      show({ id, version, name, address, before: null, replaces: null }),
    edit: (kept: Kept<Visit | RefusedVisit>) => show(editOf(kept)),
    close: () => window.history.back(),
  };
}
