"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Banner } from "@/components/ui/banner";
import { formatTime } from "@/lib/i18n/format";
import { arrive, depart, departAll, hold, keep } from "./stay";

type Held = { until: string } | { refusal: string } | null;

const RENEW_EVERY = 5 * 60 * 1000;

type Claim = "claim" | "claimApproval";

async function claim(taskId: string, as: Claim): Promise<Held> {
  const answer = await fetch(`/api/v1/tasks/${taskId}/${as}`, { method: "POST" });
  const body: { until?: string; title?: string } = await answer.json();
  return answer.ok && body.until ? { until: body.until } : { refusal: body.title ?? "" };
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
