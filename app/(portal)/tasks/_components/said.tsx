"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { useTranslations } from "use-intl/react";
import { useToast } from "@/components/ui/toast";
import { undo as takeBackStep } from "../actions";

interface SaidProps {
  done?: string;
  code?: string;
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
  "transferring",
  "resumed",
  "reopened",
  "recalled",
  "directed",
  "accepted",
  "refused",
  "reading",
  "registry",
] as const;

/** Says what became of the task before this one, with ten seconds to take it back. */
export function Said({ done, code = "", undo, stay = false }: SaidProps) {
  const t = useTranslations("tasks.done");
  const moves = useTranslations("moves");
  const notify = useToast();
  const router = useRouter();
  const pathname = usePathname();
  const takeBack = async () => {
    const [taskId = "", version] = undo?.split("_") ?? [];
    const answer = await takeBackStep(taskId, Number(version));
    if (!answer.ok) return notify({ message: answer.message });
    if (!stay) return router.push(`/tasks/${taskId}?done=undone`);
    notify({ message: moves("undone") });
    router.refresh();
  };
  const words = () => {
    const known = KNOWN.find((one) => one === done);
    const moved = MOVES.find((one) => one === done);
    if (known) return t(known, { code });
    return moved ? moves(`done.${moved}`, { code }) : null;
  };
  const say = useEffectEvent(() => {
    const message = words();
    if (message === null) return;
    notify({ message, undo: undo ? takeBack : undefined });
    // Said once: going back or reloading doesn't say it again.
    router.replace(pathname, { scroll: false });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: said anew for each settled task
  useEffect(() => say(), [done, code, undo]);
  return null;
}
