import { TextLink } from "@/components/ui/text-link";
import { canDo, type Permission, type Role } from "@/lib/domain/access/roles";
import { getTranslator } from "@/lib/i18n/server";

type Link = readonly [Permission, href: string, label: string];

/** What else there is about tasks, by what the role may do. */
export async function MoreLinks({ role }: { role: Role }) {
  const t = await getTranslator("tasks.report.own");
  const nav = await getTranslator("shell.nav");
  const drafts = await getTranslator("workbench.draft");
  const moves = await getTranslator("moves");
  const loads = await getTranslator("loads");
  const approval = await getTranslator("approval");
  const clusters = await getTranslator("clusters");
  const hamlets = await getTranslator("hamlets");
  const duplicates = await getTranslator("duplicates");
  const links: Link[] = [
    ["record:read", "/records", nav("records")],
    ["task:claim", "/tasks/drafts", drafts("list")],
    ["report:send", "/tasks/reports", t("link")],
    ["task:approve", "/tasks/approvals", approval("link")],
    ["task:assign", "/tasks/loads", loads("links.loads")],
    ["bulk:read", "/tasks/clusters", clusters("link")],
    ["duplicate:read", "/tasks/duplicates", duplicates("link")],
    ["hamlet:manage", "/hamlets", hamlets("link")],
    ["transfer:ask", "/tasks/transfers", moves("transfers.link")],
    ["task:direct", "/tasks/escalated", moves("escalated.link")],
  ];
  return (
    <ul className="mt-4 flex flex-wrap gap-x-6 gap-y-2 text-sm">
      {links
        .filter(([permission]) => canDo(role, permission))
        .map(([, href, label]) => (
          <li key={href}>
            <TextLink href={href}>{label}</TextLink>
          </li>
        ))}
    </ul>
  );
}
