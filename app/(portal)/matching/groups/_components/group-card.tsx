import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { getTranslator } from "@/lib/i18n/server";
import type { DuplicateGroup, GroupMember } from "@/lib/server/matching/groups";

const CELL = "px-4 py-2 text-left align-top max-md:block max-md:px-0 max-md:py-0.5";

async function Member({ member }: { member: GroupMember }) {
  const t = await getTranslator("progress.run.groups");
  const outcomes = await getTranslator("matching.outcome");
  const cells: [string, string][] = [
    [t("column.code"), member.code],
    [t("column.name"), member.fullName ?? t("noName")],
    [t("column.number"), member.idNumber ?? t("noNumber")],
    [t("column.commune"), member.commune ?? "–"],
    [t("column.outcome"), member.outcome ? outcomes(member.outcome) : t("notCompared")],
  ];
  return (
    <tr className="border-t border-line max-md:block max-md:px-4 max-md:py-2">
      {cells.map(([label, text]) => (
        <td key={label} className={`${CELL} tabular-nums`}>
          <span className="mr-2 text-sm text-quiet md:hidden">{label}</span>
          {text}
        </td>
      ))}
    </tr>
  );
}

/** One group: what its records have in common, and the records. */
export async function GroupCard({ group }: { group: DuplicateGroup }) {
  const t = await getTranslator("progress.run.groups");
  const columns = ["code", "name", "number", "commune", "outcome"] as const;
  const title = t(`kind.${group.kind}`, { count: group.members.length });
  return (
    <Card
      title={title}
      flush
      action={
        <LinkButton href={`/tasks/duplicates/${group.id}`} prefetch={false}>
          {(await getTranslator("duplicates"))("open")}
        </LinkButton>
      }
    >
      <table className="w-full text-sm max-md:block">
        <caption className="sr-only">{title}</caption>
        <thead className="max-md:sr-only">
          <tr>
            {columns.map((key) => (
              <th key={key} scope="col" className={`${CELL} font-semibold text-quiet`}>
                {t(`column.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-md:block">
          {group.members.map((member) => (
            <Member key={member.recordId} member={member} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}
