import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import type { BeforeAfter } from "@/lib/domain/tasks/before-after";
import type { Resolution } from "@/lib/domain/tasks/states";
import { formatDateTime } from "@/lib/i18n/format";
import { refusalText } from "@/lib/i18n/refusal";
import { getTranslator } from "@/lib/i18n/server";
import { type ApprovalView, getApproval } from "@/lib/server/tasks/approval-detail";
import type { TaskDetail } from "@/lib/server/tasks/detail";
import type { ShownRow } from "./approval-rows";
import { ApprovalFormsLater, ApprovalRowsLater } from "./later";
import { WithdrawStep } from "./move-steps";

/** Codes of closed lists in words. */
async function shownRows({ rows, changes }: ApprovalView): Promise<ShownRow[]> {
  const t = await getTranslator("approval.view");
  const sexes = await getTranslator("records.sex");
  const fields = await getTranslator("records.field");
  const sources = await getTranslator("tasks.detail.source");
  const worded = (value: string | null, { field }: BeforeAfter) =>
    value && field === "sex" ? sexes(value as "male") : value;
  return rows.map((row) => {
    const change = changes.find((one) => one.field === row.field);
    const source = change ? sources(change.source as "engine") : "";
    const at = change ? formatDateTime(change.at) : "";
    const name = change?.name;
    return {
      ...row,
      label: fields(row.field),
      before: worded(row.before, row),
      after: worded(row.after, row),
      registry: worded(row.registry, row),
      source: change
        ? name
          ? t("source", { source, name, at })
          : t("sourceUnknown", { source, at })
        : "",
    };
  });
}

async function Asked({ view }: { view: ApprovalView }) {
  const t = await getTranslator("approval.view");
  const resolutions = await getTranslator("tasks.resolution");
  const at = formatDateTime(view.since);
  const { name, unit } = view.proposedBy ?? {};
  return (
    <div className="flex flex-col gap-1">
      {view.proposed ? (
        <strong>{t("closing", { resolution: resolutions(view.proposed as Resolution) })}</strong>
      ) : null}
      <p>{name && unit ? t("sent", { name, unit, at }) : t("sentUnknown", { at })}</p>
      <p className="text-sm text-quiet">{t("above", { at: formatDateTime(view.aboveSince) })}</p>
      <p className="text-sm text-quiet">{t("blind")}</p>
    </div>
  );
}

/** What a colleague asks to be approved, and the two answers to it. */
export async function ApprovalArea({ task }: { task: TaskDetail }) {
  const view = await getApproval(task.id);
  const t = await getTranslator("approval.view");
  const { refusal } = view;
  const { id, version, code } = task;
  return (
    <Card title={t("title")}>
      <div className="flex flex-col gap-4">
        <Asked view={view} />
        {view.rows.some((row) => row.changed) ? null : <Banner>{t("unchanged")}</Banner>}
        <ApprovalRowsLater
          rows={await shownRows(view)}
          side={view.confirmedByPolice ? "confirmed" : "registry"}
          showSide={view.hasRegistry}
        />
        {refusal ? (
          <Banner>{await refusalText({ code: "RULE", reason: refusal })}</Banner>
        ) : (
          <ApprovalFormsLater key={`${id}-${version}`} task={{ id, version, code }} />
        )}
        <WithdrawStep task={task} />
      </div>
    </Card>
  );
}
