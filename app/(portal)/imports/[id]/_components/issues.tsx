import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { QuickViews } from "@/components/ui/quick-views";
import { codeText } from "@/lib/i18n/code-text";
import { getTranslator } from "@/lib/i18n/server";
import { type BatchDetail, type IssueLine, listIssues } from "@/lib/server/imports/queries";
import { IssueTable } from "./issue-table";

interface IssuesProps {
  batch: BatchDetail;
  severity: "error" | "warning";
  after?: string;
}

async function worded(issues: IssueLine[]) {
  const t = await getTranslator("imports.issue");
  return issues.map(({ id, rowNo, column, code, params }) => ({
    id,
    rowNo,
    column,
    text: codeText(t, { code, params: { ...params, row: rowNo, column } }, "rowIgnored"),
  }));
}

/** What is wrong in the file: row, column and what to do. */
export async function Issues({ batch, severity, after }: IssuesProps) {
  const t = await getTranslator("imports.page");
  const { issues, next } = await listIssues({ batchId: batch.id, severity, after });
  const here = `/imports/${batch.id}`;
  return (
    <Card title={t("issues")} flush>
      <QuickViews
        label={t("issues")}
        views={[
          {
            href: here,
            label: t("errors", { count: batch.rowsWrong }),
            current: severity === "error",
          },
          {
            href: `${here}?severity=warning`,
            label: t("warnings"),
            current: severity === "warning",
          },
        ]}
      />
      <IssueTable
        issues={await worded(issues)}
        next={next ? `${here}?severity=${severity}&after=${next}` : undefined}
        empty={<EmptyState title={t("noIssues")} />}
      />
    </Card>
  );
}
