import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import type { HandoverDetail } from "@/lib/server/handovers/queries";

/** The hash taken again from the lines as they are kept, beside the one that was signed. */
export async function CheckCard({ handover }: { handover: HandoverDetail }) {
  const t = await getTranslator("handovers.check");
  const { intact, contentHash, hashNow, lines, lineCount } = handover;
  const code = (hash: string) => <code className="text-sm break-all">{hash}</code>;
  return (
    <Card title={t("title")}>
      <Banner tone={intact ? "settled" : "danger"} live>
        {t(intact ? "intact" : "broken")}
      </Banner>
      <div className="mt-4">
        <DescriptionList
          items={[
            { term: t("signed"), value: code(contentHash) },
            { term: t("now", { at: formatDateTime(new Date()) }), value: code(hashNow) },
            { term: t("lines"), value: t("linesOf", { now: lines.length, signed: lineCount }) },
          ]}
        />
      </div>
    </Card>
  );
}
