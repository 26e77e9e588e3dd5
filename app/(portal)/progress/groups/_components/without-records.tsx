import { TextLink } from "@/components/ui/text-link";
import { getTranslator } from "@/lib/i18n/server";

interface WithoutRecordsProps {
  units: readonly { id: string; name: string; above?: string | null; href: string }[];
}

/** Units that have no records yet: folded, so that those with figures are seen first. */
export async function WithoutRecords({ units }: WithoutRecordsProps) {
  const t = await getTranslator("compare.groups");
  if (units.length === 0) return null;
  return (
    <details>
      <summary className="inline-flex min-h-8 items-center rounded-md text-action underline decoration-1 underline-offset-2">
        {t("empty", { units: units.length })}
      </summary>
      <ul className="mt-3 grid gap-x-6 gap-y-2 sm:grid-cols-2 xl:grid-cols-3">
        {units.map(({ id, name, above, href }) => (
          <li key={id}>
            <TextLink href={href} prefetch={false}>
              {above ? t("groupTitle", { group: name, above }) : name}
            </TextLink>
          </li>
        ))}
      </ul>
    </details>
  );
}
