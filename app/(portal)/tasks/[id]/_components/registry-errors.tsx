import { Card } from "@/components/ui/card";
import type { IdentityField } from "@/lib/domain/matching/vocabulary";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import type { TaskDetail } from "@/lib/server/tasks/detail";
import { listRegistryErrors, type RegistryErrorView } from "@/lib/server/tasks/registry-errors";

async function Line({ error }: { error: RegistryErrorView }) {
  const t = await getTranslator("moves.registryError");
  const by = await getTranslator("moves.notice");
  const fields = await getTranslator("records.field");
  const sex = await getTranslator("common.sex");
  const written = (field: string, value: string) =>
    field === "sex" ? sex(value as "male") : value;
  return (
    <li className="flex flex-col gap-1">
      {Object.entries(error.fields).map(([field, value]) => (
        <span key={field}>
          {t("line", { field: fields(field as IdentityField), value: written(field, value) })}
        </span>
      ))}
      <span className="text-sm text-quiet">
        {by("by", { name: error.name ?? "–", at: formatDateTime(error.at) })}
      </span>
    </li>
  );
}

/** In which fields police say that the registry is wrong, and what is right. */
export async function RegistryErrors({ task }: { task: TaskDetail }) {
  const t = await getTranslator("moves.registryError");
  const errors = await listRegistryErrors(task.id);
  if (errors.length === 0) return null;
  return (
    <Card title={t("sectionTitle")}>
      <ul className="flex flex-col gap-3">
        {errors.map((error) => (
          <Line key={error.id} error={error} />
        ))}
      </ul>
    </Card>
  );
}
