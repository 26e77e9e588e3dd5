"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { useTranslations } from "use-intl/react";
import { useToast } from "@/components/ui/toast";
import { formatDate } from "@/lib/i18n/format";
import { undo as takeBackStep } from "../actions";

interface SaidProps {
  done?: string;
  code?: string;
  /** the day (yyyy-MM-dd) that is named */
  on?: string;
  /** task and version of the step just taken: it can be taken back */
  undo?: string;
  /** Stays on this page when it is taken back: the task itself may be another unit's. */
  stay?: boolean;
}

const KNOWN = [
  "publishing",
  "approving",
  "approved",
  "approvedClosing",
  "approvalReturned",
  "closed",
  "correcting",
  "handover",
  "verifying",
  "approving",
  "disputed",
  "rematching",
  "undone",
  "rejected",
] as const;

/** What is said by `moves.done`. */
const MOVES = [
  "waiting",
  "waitingLater",
  "transferring",
  "resumed",
  "reopened",
  "withdrawn",
  "recalled",
  "directed",
  "accepted",
  "refused",
  "reading",
  "registry",
] as const;

/** From the address, where anything may stand. */
const dayOf = (on = "") => (/^\d{4}-\d{2}-\d{2}$/.test(on) ? formatDate(on) : "");

/** The sentence for what became of a task; null for a word that nobody knows. */
export function useDoneWords() {
  const t = useTranslations("tasks.done");
  const moves = useTranslations("moves");
  return (done: string | undefined, { code, on }: { code: string; on?: string }) => {
    const known = KNOWN.find((one) => one === done);
    const moved = MOVES.find((one) => one === done);
    if (known) return t(known, { code });
    return moved ? moves(`done.${moved}`, { code, date: dayOf(on) }) : null;
  };
}

/** Takes a step back and goes where it was taken, or stays. */
export function useTakeBack({ stay = false } = {}) {
  const moves = useTranslations("moves");
  const notify = useToast();
  const router = useRouter();
  return async (taskId: string, version: number) => {
    const answer = await takeBackStep(taskId, version);
    if (!answer.ok) return notify({ message: answer.message });
    if (!stay) return router.push(`/tasks/${taskId}?done=undone`);
    notify({ message: moves("undone") });
    router.refresh();
  };
}

/** Says what became of the task before this one, with ten seconds to take it back. */
export function Said({ done, code = "", on, undo, stay = false }: SaidProps) {
  const wordsOf = useDoneWords();
  const takeBack = useTakeBack({ stay });
  const notify = useToast();
  const router = useRouter();
  const pathname = usePathname();
  const say = useEffectEvent(() => {
    const message = wordsOf(done, { code, on });
    if (message === null) return;
    const [taskId = "", version] = undo?.split("_") ?? [];
    notify({ message, undo: undo ? () => void takeBack(taskId, Number(version)) : undefined });
    // Said once: going back or reloading doesn't say it again.
    router.replace(pathname, { scroll: false });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: said anew for each settled task
  useEffect(() => say(), [done, code, undo]);
  return null;
}
