import { FORCES } from "@/lib/domain/access/roles";
import { getTranslator } from "@/lib/i18n/server";
import { type AssignedLine, getAssigned } from "@/lib/server/tasks/assigned-line";
import type { TaskDetail } from "@/lib/server/tasks/detail";

const WORDED = ["least", "taken", "givenBack", "chosen", "absence", "undone"] as const;

async function officerWords({ assignee, reason, from, by }: AssignedLine): Promise<string> {
  const t = await getTranslator("loads.assigned");
  if (assignee === null) return t("none");
  const known = WORDED.find((one) => one === reason);
  if (!known) return t("plain", { name: assignee });
  if (known === "taken" && from === null) return t("takenFree", { name: assignee });
  return t(known, { name: assignee, from: from ?? "", by: by ?? "" });
}

/** Why this unit, why this force, why this officer: one short line under the reason itself. */
export async function AssignedWhy({ task }: { task: TaskDetail }) {
  const t = await getTranslator("loads");
  const residence = await getTranslator("tasks.residence");
  const line = await getAssigned(task.id);
  const force = FORCES.find((one) => one === line?.force);
  if (!line || !force) return null;
  const first = force === task.firstForce;
  const parts = [
    t("assigned.unit", {
      unit: [task.hamlet, task.unitName].filter(Boolean).join(", "),
      residence: residence(task.residenceFrom as "record"),
    }),
    t(first ? "assigned.force" : "assigned.forceNow", { force: t(`force.${force}`) }),
    await officerWords(line),
  ];
  return (
    <p className="text-sm text-quiet">
      {t("assigned.label")}: {parts.join(" · ")}
    </p>
  );
}
