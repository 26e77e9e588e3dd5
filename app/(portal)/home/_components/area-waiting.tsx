import type { Role } from "@/lib/domain/access/roles";
import { OPEN_STATES, type TaskState } from "@/lib/domain/tasks/states";
import { formatNumber } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import { lineHref } from "../../progress/line-href";
import { getOwnProgress } from "./own-progress";
import { WaitingCard } from "./waiting-card";

/** Steps that wait for a coordinator: they are work to do, not work of others. */
const COORDINATED: readonly TaskState[] = ["new", "publishing"];

/** At which step the area's records wait, and so with whom. */
export async function AreaWaiting({ role }: { role: Role }) {
  const t = await getTranslator("home.waiting");
  const locale = await getLocale();
  const { figures, unit } = await getOwnProgress();
  const own = role === "coordinator" ? COORDINATED : [];
  const states = OPEN_STATES.filter((state) => figures.openByState[state] && !own.includes(state));
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
