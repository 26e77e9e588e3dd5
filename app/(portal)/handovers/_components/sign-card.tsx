import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { MOST_LINES } from "@/lib/domain/handovers/line";
import { getTranslator } from "@/lib/i18n/server";

/** What police confirmed and haven't handed over yet; chosen and looked at before it is signed. */
export async function SignCard({ people }: { people: number }) {
  const t = await getTranslator("handovers.sign");
  if (people === 0) return <p className="text-quiet">{t("none")}</p>;
  return (
    <Card title={t("title", { people })}>
      <p className="mb-4">
        {t("body")} {people > MOST_LINES ? t("bodyMany", { most: MOST_LINES }) : null}
      </p>
      <LinkButton href="/handovers/new" variant="primary">
        {t("look")}
      </LinkButton>
    </Card>
  );
}
