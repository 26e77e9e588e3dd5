import { Banner } from "@/components/ui/banner";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { getCheck } from "@/lib/server/progress/check";
import { RecountForm } from "./recount-form";

/** Said to whoever reads figures while the last check has found them wrong; nothing while they are right. */
export async function CheckBanner({ mayRecount }: { mayRecount: boolean }) {
  const { last, asked } = await getCheck();
  if (!last || last.wrongCells === 0 || last.mended) return null;
  const t = await getTranslator("progress.check");
  const { peopleOff, wrongCells, cells } = last;
  return (
    <div className="mb-6">
      <Banner
        tone="danger"
        title={t("title")}
        action={
          mayRecount && !asked ? (
            <ClientMessages namespaces={["common", "progress"]}>
              <RecountForm />
            </ClientMessages>
          ) : null
        }
      >
        {t("body", { at: formatDateTime(last.at), people: peopleOff, wrong: wrongCells, cells })}{" "}
        {asked ? t("waiting", { at: formatDateTime(asked) }) : null}
      </Banner>
    </div>
  );
}
