"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { useTranslations } from "use-intl/react";
import { cameAhead } from "@/app/(portal)/tasks/_components/ahead";
import { Banner } from "@/components/ui/banner";
import { useToast } from "@/components/ui/toast";
import { formatTime } from "@/lib/i18n/format";
import { arrive, depart, departAll, hold, keep } from "./stay";

type Held = { until: string; version: number } | { refusal: string } | null;

const RENEW_EVERY = 5 * 60 * 1000;

type Claim = "claim" | "claimApproval";

async function claim(taskId: string, as: Claim): Promise<Held> {
  const answer = await fetch(`/api/v1/tasks/${taskId}/${as}`, { method: "POST" });
  const body: { until?: string; version?: number; title?: string } = await answer.json();
  const { until, version, title = "" } = body;
  return answer.ok && until && version ? { until, version } : { refusal: title };
}

/** The next task that nobody has open, in place of one that a colleague was faster with. */
async function takeAnother(exceptId: string): Promise<string | null> {
  const body = JSON.stringify({ exceptId });
  const answer = await fetch("/api/v1/tasks/next", { method: "POST", body });
  return answer.ok ? (((await answer.json()) as { taskId: string } | null)?.taskId ?? null) : null;
}

/** What shows that somebody is at work on the page, and not only reading. */
const AT_WORK = ["input", "change", "submit"];

/** Calls back as soon as something on the page, not in the frame around it, is chosen, typed or sent. */
function listenForWork(onWork: () => void): () => void {
  const listener = ({ target }: Event) => {
    if (target instanceof Element && target.closest("main")) onWork();
  };
  for (const name of AT_WORK) document.addEventListener(name, listener);
  return () => {
    for (const name of AT_WORK) document.removeEventListener(name, listener);
  };
}

/** Calls back when the page is shown again as the browser had kept it. */
function listenForReturn(onReturn: () => void): () => void {
  const listener = ({ persisted }: PageTransitionEvent) => persisted && onReturn();
  window.addEventListener("pagehide", departAll);
  window.addEventListener("pageshow", listener);
  return () => {
    window.removeEventListener("pagehide", departAll);
    window.removeEventListener("pageshow", listener);
  };
}

/**
 * A page that was read ahead may be older than its task, or a colleague has opened it meanwhile: it is drawn
 * anew, or another one opens in its place.
 */
function useCameAhead(taskId: string, version: number) {
  const t = useTranslations("workbench.send");
  const router = useRouter();
  const notify = useToast();
  return (held: NonNullable<Held>) => {
    const ahead = cameAhead(taskId);
    if ("version" in held) {
      if (held.version !== version) router.refresh();
      else if (ahead) window.history.replaceState(null, "", `/tasks/${taskId}`);
      return;
    }
    if (!ahead) return;
    takeAnother(taskId).then(
      (next) => {
        notify({ message: t("another", { why: held.refusal }) });
        router.replace(next ? `/tasks/${next}` : "/tasks");
      },
      () => undefined,
    );
  };
}

interface LeaseProps {
  taskId: string;
  /** of the task as it is shown: a step ends the lease, so the one after it is another */
  version: number;
  as?: Claim;
}

/**
 * Opens the task for this officer when the page has come up, renews while it stays, says until when. Who
 * leaves without having done anything gives it back.
 */
export function Lease({ taskId, version, as = "claim" }: LeaseProps) {
  const t = useTranslations("tasks.detail");
  const [held, setHeld] = useState<Held>(null);
  const settleAhead = useEffectEvent(useCameAhead(taskId, version));
  // biome-ignore lint/correctness/useExhaustiveDependencies: claimed anew for each version
  useEffect(() => {
    let here = true;
    // Without a connection the page stays readable; the next renewal tries again.
    const renew = () => {
      arrive(taskId);
      claim(taskId, as).then(
        (next) => {
          if (!here || !next) return;
          hold(taskId, "until" in next ? next.until : null);
          setHeld(next);
          settleAhead(next);
        },
        () => undefined,
      );
    };
    renew();
    const timer = setInterval(renew, RENEW_EVERY);
    const stops = [listenForWork(() => keep(taskId)), listenForReturn(renew)];
    return () => {
      here = false;
      clearInterval(timer);
      for (const stop of stops) stop();
      depart(taskId);
    };
  }, [taskId, version, as]);
  if (held && "refusal" in held) return <Banner tone="waiting">{held.refusal}</Banner>;
  return (
    <output className="text-sm text-quiet">
      {held ? t("held", { until: formatTime(held.until) }) : "…"}
    </output>
  );
}
