import { Card } from "@/components/ui/card";
import { StateChip } from "@/components/ui/state-chip";
import type { RepairKind } from "@/lib/domain/matching/gateway/question";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import type { AskedView } from "@/lib/server/tasks/asked";

type AskedAnswer = AskedView["answers"][number];

/** With which repairs a question was asked: "bổ sung số 0 ở đầu số định danh, đảo lại ngày và tháng sinh". */
async function repairsOf({ kinds }: AskedAnswer): Promise<string> {
  const t = await getTranslator("tasks.asked");
  const fix = await getTranslator("matching.explain.fix");
  if (kinds.length === 0) return t("asIs");
  return t("after", { repairs: kinds.map((kind) => fix(kind as RepairKind)).join(", ") });
}

async function valuesOf({ fullName, birthDate, sex, idNumber }: AskedAnswer): Promise<string> {
  const t = await getTranslator("records.sex");
  return [fullName, birthDate, t(sex as "male"), idNumber].join(" · ");
}

async function Answer({ asked }: { asked: AskedAnswer }) {
  const t = await getTranslator("tasks.asked");
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
      <span className="flex flex-col">
        <span>{await valuesOf(asked)}</span>
        <span className="text-sm text-quiet">{await repairsOf(asked)}</span>
      </span>
      <StateChip tone={asked.answer ? "settled" : "danger"}>
        {t(asked.answer ? "right" : "wrong")}
      </StateChip>
    </li>
  );
}

/** The registry behind a gateway says right or wrong and nothing else: each question, each answer. */
export async function AskedRegistry({ asked }: { asked: AskedView | null }) {
  const t = await getTranslator("tasks.asked");
  if (!asked) return null;
  return (
    <Card title={t("title", { count: asked.answers.length })}>
      <p className="mb-3 text-sm text-quiet">{t("lead", { at: formatDateTime(asked.at) })}</p>
      <ol className="flex flex-col gap-3">
        {asked.answers.map((answer) => (
          <Answer key={answer.kinds.join()} asked={answer} />
        ))}
      </ol>
    </Card>
  );
}
