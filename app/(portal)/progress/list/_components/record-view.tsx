import type { Params } from "@/components/data-table/href";
import type { LineFilter } from "@/lib/domain/progress/line-filter";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { type LinesPage, listProgressLines } from "@/lib/server/progress/lines";
import { LineTable } from "./line-table";
import { wordLines } from "./line-words";
import { type ListView, nextHref } from "./list-view";
import { NoLines } from "./no-lines";

async function leadOf({ amount, unit }: LinesPage, filter: LineFilter): Promise<string> {
  const t = await getTranslator("progress.list");
  const place = filter.own ? `${unit.name}, ${t("own")}` : unit.name;
  if (!amount) return t("leadUncounted", { unit: place });
  const { people, doses } = amount;
  if (doses === null) return t("leadPeople", { people, unit: place });
  return t("lead", { people, doses, unit: place });
}

/** Records or tasks. */
export async function recordView(params: Params, filter: LineFilter): Promise<ListView> {
  const t = await getTranslator("progress.list");
  const page = await listProgressLines(filter);
  return {
    trail: page.trail,
    lead: await leadOf(page, filter),
    table: (
      <ClientMessages namespaces={["common", "progress"]}>
        <LineTable
          lines={await wordLines(page.lines)}
          next={nextHref(params, page.next)}
          empty={<NoLines unitId={page.unit.id} title={t("empty")} />}
        />
      </ClientMessages>
    ),
  };
}
