"use client";

import { useCallback, useMemo, useState } from "react";
import {
  type CompareRow,
  type CompareValue,
  initialValue,
  settle,
} from "@/components/compare/settlement";
import type { SavedDraft } from "@/lib/domain/tasks/draft";
import type { ContactValue } from "./choices-of";
import { draftOf, type Held, heldOf } from "./draft-value";
import { keep } from "./stay";
import { useDraft } from "./use-draft";

interface Of {
  officerId: string;
  task: { id: string; version: number };
  personId: string | null;
  rows: readonly CompareRow[];
  /** Police have confirmed: their values are what is proposed. */
  fromPolice: boolean;
  stored: SavedDraft | null;
}

type Change<Value> = (now: Value) => Value;

/** What police confirmed is taken over as it stands, unless health decides otherwise. */
function startOf({ rows, fromPolice }: Of): Held {
  if (!fromPolice) return { value: initialValue(rows), contact: {} };
  const taken = rows.map((row) => [row.field, settle(row, "registry")]);
  return { value: Object.fromEntries(taken), contact: {} };
}

const isOf = (draft: SavedDraft | null, { task, personId }: Of) =>
  draft?.version === task.version && draft.content.personId === personId ? draft : null;

/** The form's values, and whether somebody has changed one. The setters stay the same. */
function useHeld(taskId: string, start: () => Held) {
  const [held, setHeld] = useState(start);
  const [touched, setTouched] = useState(false);
  const change = useCallback(
    (next: (now: Held) => Partial<Held>) => {
      setHeld((now) => ({ ...now, ...next(now) }));
      setTouched(true);
      // Sides are taken with arrow keys too, which no field tells of.
      keep(taskId);
    },
    [taskId],
  );
  const changeValue = useCallback(
    (next: Change<CompareValue>) => change(({ value }) => ({ value: next(value) })),
    [change],
  );
  return { held, setHeld, touched, setTouched, change, changeValue };
}

/**
 * What the form holds, kept by itself. A draft of the same version is opened again; one of an earlier
 * version stays beside the form until its officer decides.
 */
export function useSettlement(of: Of) {
  const { officerId, task, personId, rows, stored } = of;
  const [draft, setDraft] = useState(stored);
  const own = isOf(draft, of);
  const { held, setHeld, touched, setTouched, change, changeValue } = useHeld(task.id, () =>
    own ? heldOf(own.content, rows) : startOf(of),
  );
  const content = useMemo(
    () => (touched ? draftOf(held, rows, personId) : null),
    [touched, held, rows, personId],
  );
  const onFound = (found: SavedDraft) => {
    setDraft(found);
    if (!touched && isOf(found, of)) setHeld(heldOf(found.content, rows));
  };
  const { keeper, kept } = useDraft({ officerId, task, stored, content, onFound });
  return {
    ...held,
    touched,
    kept,
    keeper,
    /** opened again in the form */
    restored: own && !touched ? own.savedAt : null,
    /** of an earlier version, or of another candidate: to be decided on */
    conflict: draft && draft.version < task.version ? draft : null,
    changeValue,
    changeContact: (contact: ContactValue) => change(() => ({ contact })),
    useDraftAnyway: () => {
      if (draft) change(() => heldOf(draft.content, rows));
      setDraft(null);
    },
    dropDraft: async () => {
      setDraft(null);
      setHeld(startOf(of));
      setTouched(false);
      await keeper.drop();
    },
  };
}
