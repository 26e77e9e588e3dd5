"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { Draft, SavedDraft } from "@/lib/domain/tasks/draft";
import { laterDraft } from "@/lib/domain/tasks/later-draft";
import { DraftKeeper, type Kept } from "./draft-keeper";
import { draftStore, findLocalDraft } from "./draft-store";

interface Of {
  officerId: string;
  task: { id: string; version: number };
  /** what the server has; null for nothing */
  stored: SavedDraft | null;
  /** what is in the form; null where nothing has been touched */
  content: Draft | null;
  /** a later draft was found in this browser */
  onFound: (draft: SavedDraft) => void;
}

function listen(keeper: DraftKeeper): () => void {
  const leave = () => document.visibilityState === "hidden" && void keeper.flush(true);
  const back = () => void keeper.flush();
  document.addEventListener("visibilitychange", leave);
  window.addEventListener("online", back);
  return () => {
    document.removeEventListener("visibilitychange", leave);
    window.removeEventListener("online", back);
    void keeper.flush(true);
  };
}

/** Keeps the form's content by itself, and brings back what only this browser has. */
export function useDraft({ officerId, task, stored, content, onFound }: Of) {
  const [kept, setKept] = useState<Kept | null>(null);
  const [keeper] = useState(
    () =>
      new DraftKeeper(
        { taskId: task.id, version: task.version },
        draftStore(officerId, task.id),
        setKept,
      ),
  );
  const find = useEffectEvent((local: SavedDraft | null) => {
    if (local && local !== stored && laterDraft(stored, local) === local) onFound(local);
  });
  useEffect(() => {
    findLocalDraft(officerId, task.id).then(find, () => undefined);
  }, [officerId, task.id]);
  useEffect(() => {
    if (content) keeper.change(content);
  }, [keeper, content]);
  useEffect(() => listen(keeper), [keeper]);
  return { keeper, kept };
}
