import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import type { HandoverSummary } from "@/lib/server/handovers/queries";
import { ReceiveForm } from "../receive-form";

/** Signed lists that the station hasn't taken over yet. */
export async function ReceiveCard({ handovers }: { handovers: readonly HandoverSummary[] }) {
  const t = await getTranslator("handovers.receive");
  if (handovers.length === 0) return <p className="text-quiet">{t("none")}</p>;
  return (
    <Card title={t("title")} flush>
      <ul className="divide-y divide-line">
        {handovers.map((handover) => (
          <li
            key={handover.id}
            className="flex flex-wrap items-center justify-between gap-3 px-4 py-3 md:px-5"
          >
            <p>
              {t("line", {
                no: handover.no,
                people: handover.lineCount,
                name: handover.signedName,
                at: formatDateTime(handover.signedAt),
              })}
            </p>
            <div className="flex flex-wrap items-start gap-3">
              <LinkButton href={`/handovers/${handover.id}`}>{t("openOrDispute")}</LinkButton>
              <ReceiveForm handover={handover} label={t("action")} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
