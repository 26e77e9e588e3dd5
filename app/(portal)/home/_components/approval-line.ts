import { canDo, type Role } from "@/lib/domain/access/roles";
import { getTranslator } from "@/lib/i18n/server";
import { countApprovals } from "@/lib/server/tasks/approvals";
import { counted } from "../../progress/counted";
import type { WorkItem } from "./work-lines";

/** What waits for the reader's approval, as a line of the home page; none for whoever approves nothing. */
export async function approvalLines(role: Role): Promise<WorkItem[]> {
  if (!canDo(role, "task:approve")) return [];
  const people = await countApprovals();
  if (people === 0) return [];
  const t = await getTranslator("approval");
  const words = t("todo", { people: await counted(people) });
  return [{ key: "approve", words, href: "/tasks/approvals" }];
}
