import { inside, type Say } from "@/lib/domain/handovers/paper";
import type { ReportContent } from "@/lib/domain/progress/report/content";
import { formatDate, formatNumber } from "../format";
import { translatorFor } from "../translator";

/** A report as it is read: `lib/server/progress/reports`. */
export interface WrittenReport {
  number: number;
  year: number;
  content: ReportContent;
  contentHash: string;
}

/** Texts of reports. They are Vietnamese whatever language the viewer reads: they are official papers. */
export const say = translatorFor("vi", "reports") as unknown as Say;
export const formSay = translatorFor("vi", "handovers.paper") as unknown as Say;

const classes = translatorFor("vi", "matching.class") as unknown as Say;
const states = translatorFor("vi", "tasks.state") as unknown as Say;

export const classWord = (mainClass: string) => classes(mainClass);
export const stateWord = (state: string) => states(state);

interface Counted {
  people: number;
  doses: number;
}

/** "1.234 người (3.456 mũi)" */
export const amount = ({ people, doses }: Counted) => say("paper.amount", { people, doses });

/** "1.234 người" */
export const peopleText = (people: number) => say("paper.people", { people });

/** A speed: of slow ones the tenths matter. */
export const speed = (perDay: number) => formatNumber(perDay, perDay < 10 ? 1 : 0);

export const day = (of: string) => formatDate(of);

/** "tại phường Tân Ninh", "trên cả nước" */
export function where({ unit }: ReportContent): string {
  if (unit.level === "nation") return say("paper.atNation");
  return say("paper.at", { unit: inside(unit.name) });
}

/** The task force that reports, with its unit. */
export function issuingBody({ unit }: ReportContent): string {
  if (unit.level === "nation") return say("paper.bodyNation");
  return say("paper.bodyOf", { unit: inside(unit.name) });
}

/** "từ ngày 16/11/2026 đến ngày 22/11/2026", or the day alone */
export function spanWords({ period: { from, to } }: Pick<ReportContent, "period">): string {
  if (from === to) return say("paper.spanDay", { from: day(from) });
  return say("paper.span", { from: day(from), to: day(to) });
}
