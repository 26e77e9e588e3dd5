import type { Messages } from "@/lib/i18n/messages";

export type HelpTopic = keyof Messages["shortcuts"]["page"];

/** Which help a page has: that of the longest beginning of its address. */
const TOPICS: Record<string, HelpTopic> = {
  "/home": "home",
  "/tasks": "tasks",
  "/tasks/approvals": "approvals",
  "/tasks/assign": "assign",
  "/tasks/clusters": "clusters",
  "/tasks/duplicates": "duplicates",
  "/tasks/escalated": "escalated",
  "/tasks/loads": "loads",
  "/tasks/publications": "publications",
  "/tasks/reports": "reports",
  "/tasks/residence": "residence",
  "/tasks/results": "results",
  "/tasks/transfers": "transfers",
  "/tasks/worksheet": "worksheet",
  "/tasks/drafts": "drafts",
  "/records": "records",
  "/handovers": "handovers",
  "/imports": "imports",
  "/matching": "matching",
  "/matching/rules": "rules",
  "/progress": "progress",
  "/progress/reports": "periodicReports",
  "/progress/compare": "comparison",
  "/progress/groups": "pastGroups",
  "/officers": "officers",
  "/units": "units",
  "/hamlets": "hamlets",
  "/audit": "audit",
  "/directives/requests": "requests",
  "/reminders": "reminders",
  "/account": "account",
  "/practice": "practice",
  "/help": "help",
};

const isWithin = (prefix: string, path: string) => path === prefix || path.startsWith(`${prefix}/`);

/** A task's own address is a list's too: it has its own legend, and the list's help besides. */
export function topicOf(pathname: string): HelpTopic | null {
  const [longest] = Object.keys(TOPICS)
    .filter((prefix) => isWithin(prefix, pathname))
    .sort((a, b) => b.length - a.length);
  return longest ? (TOPICS[longest] ?? null) : null;
}
