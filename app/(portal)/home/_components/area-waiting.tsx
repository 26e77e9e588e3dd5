import { OPEN_STATES } from "@/lib/domain/tasks/flow";
import { formatNumber } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import { getProgress } from "@/lib/server/progress/queries";
import { lineHref } from "../../progress/line-href";
import { WaitingCard } from "./waiting-card";

/** At which step the area's records wait, and so with whom. */
export async function AreaWaiting() {
  const t = await getTranslator("home.waiting");
  const locale = await getLocale();
  const { figures, unit } = await getProgress(undefined);
  const states = OPEN_STATES.filter((state) => figures.openByState[state]);
  return (
    <WaitingCard
      lines={states.map((state) => ({
        key: state,
        words: t(state, { people: formatNumber(figures.openByState[state] ?? 0, 0, locale) }),
        href: lineHref(unit.id, { state }),
      }))}
    />
  );
}
