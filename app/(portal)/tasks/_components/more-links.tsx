import { TextLink } from "@/components/ui/text-link";
import { canDo, type Role } from "@/lib/domain/access/roles";
import { getTranslator } from "@/lib/i18n/server";

/** What else there is about tasks, by what the role may do. */
export async function MoreLinks({ role }: { role: Role }) {
  const t = await getTranslator("tasks.report.own");
  const drafts = await getTranslator("workbench.draft");
  const moves = await getTranslator("moves");
  const loads = await getTranslator("loads");
  const approval = await getTranslator("approval");
  const clusters = await getTranslator("clusters");
  const hamlets = await getTranslator("hamlets");
  const duplicates = await getTranslator("duplicates");
  const links = [
    canDo(role, "task:claim") ? { href: "/tasks/drafts", label: drafts("list") } : null,
    canDo(role, "report:send") ? { href: "/tasks/reports", label: t("link") } : null,
    canDo(role, "task:approve") ? { href: "/tasks/approvals", label: approval("link") } : null,
    canDo(role, "task:assign") ? { href: "/tasks/loads", label: loads("links.loads") } : null,
    canDo(role, "bulk:read") ? { href: "/tasks/clusters", label: clusters("link") } : null,
    canDo(role, "duplicate:read") ? { href: "/tasks/duplicates", label: duplicates("link") } : null,
    canDo(role, "hamlet:manage") ? { href: "/hamlets", label: hamlets("link") } : null,
    canDo(role, "transfer:ask")
      ? { href: "/tasks/transfers", label: moves("transfers.link") }
      : null,
    canDo(role, "task:direct")
      ? { href: "/tasks/escalated", label: moves("escalated.link") }
      : null,
  ].filter((link) => link !== null);
  return (
    <ul className="mt-4 flex flex-wrap gap-x-6 gap-y-2 text-sm">
      {links.map(({ href, label }) => (
        <li key={href}>
          <TextLink href={href}>{label}</TextLink>
        </li>
      ))}
    </ul>
  );
}
