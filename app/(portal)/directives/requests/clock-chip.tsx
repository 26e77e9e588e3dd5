import { StateChip } from "@/components/ui/state-chip";
import type { Tone } from "@/components/ui/tone";
import { type RequestClock, requestClock } from "@/lib/domain/directives/request";
import { getTranslator } from "@/lib/i18n/server";

const TONES: Record<RequestClock["state"], Tone> = {
  remaining: "waiting",
  overdue: "danger",
  inTime: "settled",
  late: "info",
};

/** How much of the 48 hours is left, or how far they are over. */
export async function ClockChip(request: { dueAt: Date; answeredAt: Date | null }) {
  const t = await getTranslator("requests.clock");
  const { state, hours } = requestClock(request, new Date());
  return <StateChip tone={TONES[state]}>{t(state, { hours })}</StateChip>;
}
