"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Banner } from "@/components/ui/banner";
import { formatTime } from "@/lib/i18n/format";

type Held = { until: string } | { refusal: string } | null;

const RENEW_EVERY = 5 * 60 * 1000;

type Claim = "claim" | "claimApproval";

async function claim(taskId: string, as: Claim): Promise<Held> {
  const answer = await fetch(`/api/v1/tasks/${taskId}/${as}`, { method: "POST" });
  const body: { until?: string; title?: string } = await answer.json();
  return answer.ok && body.until ? { until: body.until } : { refusal: body.title ?? "" };
}

/** Opens the task for this officer when the page has come up, renews while it stays, says until when. */
export function Lease({ taskId, as = "claim" }: { taskId: string; as?: Claim }) {
  const t = useTranslations("tasks.detail");
  const [held, setHeld] = useState<Held>(null);
  useEffect(() => {
    let here = true;
    // Without a connection the page stays readable; the next renewal tries again.
    const renew = () =>
      claim(taskId, as).then(
        (next) => here && setHeld(next),
        () => undefined,
      );
    renew();
    const timer = setInterval(renew, RENEW_EVERY);
    return () => {
      here = false;
      clearInterval(timer);
    };
  }, [taskId, as]);
  if (held && "refusal" in held) return <Banner tone="waiting">{held.refusal}</Banner>;
  return (
    <output className="text-sm text-quiet">
      {held ? t("held", { until: formatTime(held.until) }) : "…"}
    </output>
  );
}
