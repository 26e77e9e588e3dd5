import { ActionForm } from "@/components/forms/action-form";
import { TextareaField } from "@/components/forms/textarea-field";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { getTranslator } from "@/lib/i18n/server";
import type { ModelDetail, ReplaySummary } from "@/lib/server/matching/model-queries";
import { approve, reject } from "../../../actions";

const sumOf = ({ cells }: ReplaySummary, verdicts: readonly string[], onlyOpen = false) =>
  cells.reduce(
    (all, one) =>
      verdicts.includes(one.verdict) && (one.open || !onlyOpen) ? all + one.records : all,
    0,
  );

/** Decisions that the version contradicts come first, and have to be ticked as seen. */
async function Contradictions({ replay }: { replay: ReplaySummary }) {
  const t = await getTranslator("rules.approve");
  const count = sumOf(replay, ["contradicted"]);
  if (count === 0) return null;
  return (
    <>
      <Banner
        tone="danger"
        action={
          <TextLink href={`/matching/rules/replays/${replay.id}?verdict=contradicted`}>
            {t("seeThem")}
          </TextLink>
        }
      >
        {t("warning", { count })}
      </Banner>
      <Checkbox name="seen" label={t("seen")} required />
    </>
  );
}

async function ApproveForm({ detail, replay }: { detail: ModelDetail; replay: ReplaySummary }) {
  const t = await getTranslator("rules.approve");
  const back = detail.state === "retired";
  return (
    <ActionForm action={approve}>
      <div className="flex flex-col gap-4">
        <p>{t("lead", { released: sumOf(replay, ["released", "gained"], true) })}</p>
        <input type="hidden" name="version" value={detail.version} />
        <Contradictions replay={replay} />
        <TextareaField name="note" label={t("note")} optional rows={2} maxLength={1000} />
        <div>
          <SubmitButton>{back ? t("sendBack") : t("send")}</SubmitButton>
        </div>
      </div>
    </ActionForm>
  );
}

async function RejectForm({ version }: { version: string }) {
  const t = await getTranslator("rules.approve");
  return (
    <details className="mt-4 rounded-md border border-line">
      <summary className="min-h-11 cursor-pointer px-4 py-2.5 font-semibold">{t("reject")}</summary>
      <ActionForm action={reject} className="p-4 pt-1">
        <div className="flex flex-col gap-3">
          <input type="hidden" name="version" value={version} />
          <TextareaField
            name="note"
            scope="reject"
            label={t("rejectNote")}
            rows={2}
            maxLength={1000}
          />
          <div>
            <SubmitButton variant="secondary">{t("reject")}</SubmitButton>
          </div>
        </div>
      </ActionForm>
    </details>
  );
}

/** The replay that the decision rests on: finished, and beside the model in use. */
function soundReplay({ replay, current }: ModelDetail): ReplaySummary | null {
  return replay?.state === "done" && replay.baseVersion === current.version ? replay : null;
}

/** The form, or what is missing for it. */
async function Decision({ detail }: { detail: ModelDetail }) {
  const t = await getTranslator("rules.approve");
  if (detail.own) return <Banner>{t("own")}</Banner>;
  const replay = soundReplay(detail);
  if (!replay) return <p className="text-quiet">{t("needsReplay")}</p>;
  return <ApproveForm detail={detail} replay={replay} />;
}

/** Puts the version to use, or brings it back; says what is missing where that can't be done. */
export async function ApproveCard({ detail }: { detail: ModelDetail }) {
  const t = await getTranslator("rules.approve");
  const { state, version } = detail;
  if (!detail.atCentre || state === "approved") return null;
  return (
    <Card title={state === "retired" ? t("titleBack") : t("title")}>
      <Decision detail={detail} />
      {state === "proposed" ? <RejectForm version={version} /> : null}
    </Card>
  );
}
