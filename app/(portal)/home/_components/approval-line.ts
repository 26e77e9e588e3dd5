import { canDo, type Role } from "@/lib/domain/access/roles";
import { getTranslator } from "@/lib/i18n/server";
import { countApprovals } from "@/lib/server/tasks/approvals";
import { counted } from "../../progress/counted";
import type { WorkItem } from "./work-lines";

/** How many records wait for the reader's approval; 0 for whoever approves nothing. */
export async function countOwnApprovals(role: Role): Promise<number> {
  return canDo(role, "task:approve") ? countApprovals() : 0;
}

/** The same as a line of the home page. */
export async function approvalLines(people: number): Promise<WorkItem[]> {
  if (people === 0) return [];
  const t = await getTranslator("approval");
  const words = t("todo", { people: await counted(people) });
  return [{ key: "approve", words, href: "/tasks/approvals" }];
}
