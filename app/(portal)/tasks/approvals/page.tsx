import type { Metadata } from "next";
import { Said } from "@/app/(portal)/tasks/_components/said";
import { listHref } from "@/components/data-table/href";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { canDo } from "@/lib/domain/access/roles";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { currentRole } from "@/lib/server/core/session";
import { ApprovalFilter, findNextApproval, listApprovals } from "@/lib/server/tasks/approvals";
import { ApprovalTable } from "./_components/approval-table";

type Params = Record<string, string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("approval"))("title") };
}

async function NothingHere({ isApprover }: { isApprover: boolean }) {
  const t = await getTranslator("approval.empty");
  if (!isApprover) {
    return (
      <EmptyState icon="lock" title={t("notApprover")}>
        {t("notApproverBody")}
      </EmptyState>
    );
  }
  return <EmptyState title={t("title")}>{t("body")}</EmptyState>;
}

async function NextApproval() {
  const t = await getTranslator("approval");
  const next = await findNextApproval(null);
  if (!next) return null;
  return (
    <LinkButton href={`/tasks/${next}`} variant="primary" prefetch={false}>
      {t("next")}
    </LinkButton>
  );
}

/** What the reader may approve, the longest wait first. */
export default async function ApprovalsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const params = await searchParams;
  const t = await getTranslator("approval");
  const { lines, next, isApprover } = await listApprovals(ApprovalFilter.parse(params));
  const one = (name: string) => (typeof params[name] === "string" ? params[name] : undefined);
  const role = await currentRole();
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        crumbs={[{ label: t("back"), href: "/tasks" }, { label: t("title") }]}
        crumbsLabel={t("back")}
        action={<NextApproval />}
      />
      <ClientMessages namespaces={["common", "tasks", "approval"]}>
        <Said done={one("done")} code={one("code")} />
        <ApprovalTable
          lines={lines}
          next={next ? listHref("/tasks/approvals", {}, { after: next }) : undefined}
          empty={<NothingHere isApprover={isApprover} />}
        />
      </ClientMessages>
      {canDo(role, "quality:read") ? (
        <p className="mt-4 text-sm">
          <TextLink href="/tasks/approvals/quality">{t("qualityLink")}</TextLink>
        </p>
      ) : null}
    </>
  );
}
