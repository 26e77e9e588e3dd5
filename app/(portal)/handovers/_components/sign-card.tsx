import { Card } from "@/components/ui/card";
import { MOST_LINES } from "@/lib/domain/handovers/line";
import { getTranslator } from "@/lib/i18n/server";
import { SignForm } from "./sign-form";

/** What police confirmed and haven't handed over yet. */
export async function SignCard({ people }: { people: number }) {
  const t = await getTranslator("handovers.sign");
  if (people === 0) return <p className="text-quiet">{t("none")}</p>;
  return (
    <Card title={t("title", { people })}>
      <p className="mb-4">
        {t("body")} {people > MOST_LINES ? t("bodyMany", { most: MOST_LINES }) : null}
      </p>
      <SignForm label={t("action")} />
    </Card>
  );
}
