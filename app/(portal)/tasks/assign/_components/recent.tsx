import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { listRedistributions } from "@/lib/server/tasks/redistribute-queries";

/** The last redistributions, each with its result and, within the day, its undo. */
export async function Recent() {
  const t = await getTranslator("loads.assign");
  const recent = await listRedistributions();
  if (recent.length === 0) return null;
  return (
    <Card title={t("recent")}>
      <ul className="flex flex-col gap-2">
        {recent.map(({ id, at, by, moved, state }) => (
          <li key={id}>
            <TextLink href={`/tasks/assign/${id}`} prefetch={false}>
              {t("recentLine", { at: formatDateTime(at), by: by ?? "", moved })}
            </TextLink>{" "}
            <span className="text-sm text-quiet">{t(`stateOf.${state as "applied"}`)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
