import { Card } from "@/components/ui/card";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import type { DisputeLine } from "@/lib/server/handovers/queries";

/** What the station did not take over, and why. */
export async function DisputesCard({ disputes }: { disputes: readonly DisputeLine[] }) {
  const t = await getTranslator("handovers.dispute");
  if (disputes.length === 0) return null;
  return (
    <Card title={t("listTitle")}>
      <ul className="flex flex-col gap-2">
        {disputes.map(({ lineNo, reason, byName, at }) => (
          <li key={lineNo}>
            {t("listLine", { no: lineNo, reason })}
            <span className="block text-sm text-quiet">
              {t("by", { name: byName, at: formatDateTime(at) })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
