"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { useTranslations } from "use-intl/react";
import { useToast } from "@/components/ui/toast";
import { undo as undoSubmit } from "../actions";

interface SaidProps {
  done?: string;
  code?: string;
  /** task and version of what was just sent: it can be taken back */
  undo?: string;
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
  "disputed",
  "rematching",
  "undone",
  "rejected",
] as const;

/** Says what became of the task before this one, with ten seconds to take it back. */
export function Said({ done, code = "", undo }: SaidProps) {
  const t = useTranslations("tasks.done");
  const notify = useToast();
  const router = useRouter();
  const pathname = usePathname();
  const takeBack = async () => {
    const [taskId, version] = undo?.split("_") ?? [];
    const refused = await undoSubmit(taskId ?? "", Number(version));
    if (refused && !refused.ok) notify({ message: refused.message });
  };
  const say = useEffectEvent(() => {
    const known = KNOWN.find((one) => one === done);
    if (!known) return;
    notify({ message: t(known, { code }), undo: undo ? takeBack : undefined });
    // Said once: going back or reloading doesn't say it again.
    router.replace(pathname, { scroll: false });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: said anew for each settled task
  useEffect(() => say(), [done, code, undo]);
  return null;
}
