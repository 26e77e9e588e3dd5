"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { RefusedVisit, Visit } from "@/components/offline/visits";
import type { CarriedLine } from "@/lib/domain/tasks/worksheet/carried";
import type { SheetResult } from "@/lib/domain/tasks/worksheet/result";
import type { Kept } from "./field-state";

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

/**
 * The form in place of the list. The device's own "back" closes it, and the list is where it was left.
 */
export function useForm() {
  const [open, setOpen] = useState<FormTarget | null>(null);
  const left = useRef(0);
  const show = useCallback((target: FormTarget) => {
    left.current = window.scrollY;
    window.history.pushState(null, "");
    setOpen(target);
  }, []);
  useEffect(() => {
    window.scrollTo(0, open ? 0 : left.current);
    if (!open) return;
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
