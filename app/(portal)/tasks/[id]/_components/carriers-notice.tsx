import { Banner } from "@/components/ui/banner";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { getCarriers } from "@/lib/server/tasks/carry-queries";

/** Somebody has it on a list that they carry along: what they find may come in later. */
export async function CarriersNotice({ taskId }: { taskId: string }) {
  const carriers = await getCarriers(taskId);
  if (carriers.length === 0) return null;
  const t = await getTranslator("offline.carriers");
  return (
    <Banner>
      {carriers.map(({ name, until, own }) => (
        <p key={until.getTime()}>
          {own
            ? t("own", { until: formatDateTime(until) })
            : t("other", { name: name ?? t("nobody"), until: formatDateTime(until) })}
        </p>
      ))}
    </Banner>
  );
}
