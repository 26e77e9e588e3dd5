import { canDo, type Role } from "@/lib/domain/access/roles";
import type { AreaCounts } from "@/lib/domain/progress/work";
import { getTranslator } from "@/lib/i18n/server";
import { counted } from "../../progress/counted";
import { getOwnProgress } from "./own-progress";

async function ofProgress(counts: AreaCounts): Promise<string> {
  const t = await getTranslator("home.remaining");
  const { figures, unit } = await getOwnProgress();
  if (figures.total === 0) return t("areaEmpty", { unit: unit.name });
  if (figures.open === 0) return t("areaNone", { unit: unit.name });
  return t("area", {
    unit: unit.name,
    people: figures.open,
    overdue: counts.overdue,
    overdueText: await counted(counts.overdue),
  });
}

async function ofOffices(counts: AreaCounts): Promise<string> {
  const t = await getTranslator("home.remaining");
  const { communesWithoutHealth: health, communesWithoutPolice: police } = counts;
  return health + police > 0 ? t("offices", { health, police }) : t("officesDone");
}

async function ofAudit({ refusals }: AreaCounts): Promise<string> {
  const t = await getTranslator("home.remaining");
  return refusals > 0 ? t("audit", { people: await counted(refusals) }) : t("auditNone");
}

/** The one sentence on top, by what the role is there for. */
export function areaSentence(role: Role, counts: AreaCounts): Promise<string> {
  if (role === "admin") return ofOffices(counts);
  return canDo(role, "progress:read") ? ofProgress(counts) : ofAudit(counts);
}
