"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { receive } from "@/app/(portal)/handovers/actions";
import { ActionForm } from "@/components/forms/action-form";
import { TextareaField } from "@/components/forms/textarea-field";
import { Checkbox } from "@/components/ui/checkbox";
import { SubmitButton } from "@/components/ui/submit-button";

interface Line {
  lineNo: number;
  recordCode: string;
  fullName: string;
}

interface DisputeFormProps {
  handover: { id: string; version: number };
  lines: readonly Line[];
}

function DisputedLine({ line, ticked, onTick }: { line: Line; ticked: boolean; onTick(): void }) {
  const t = useTranslations("handovers.dispute");
  const { lineNo: no, fullName: name, recordCode: code } = line;
  return (
    <li className="py-1">
      <Checkbox
        checked={ticked}
        onChange={onTick}
        aria-label={t("tick", { no, name })}
        label={t("line", { no, name, code })}
      />
      {ticked ? (
        <div className="pb-3 pl-8">
          <TextareaField
            name={`reason.${no}`}
            label={t("reason", { no })}
            hint={t("reasonHint")}
            rows={2}
            minLength={3}
            maxLength={1000}
            required
          />
        </div>
      ) : null}
    </li>
  );
}

/** Ticks lines that are not taken over, each with its reason; the rest is received with the same press. */
export function DisputeForm({ handover, lines }: DisputeFormProps) {
  const t = useTranslations("handovers.dispute");
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const turn = (no: number) => {
    const next = new Set(ticked);
    if (!next.delete(no)) next.add(no);
    setTicked(next);
  };
  return (
    <details className="rounded-md border border-line bg-surface">
      <summary className="min-h-11 px-4 py-2.5 font-semibold">{t("title")}</summary>
      <ActionForm action={receive} className="flex flex-col gap-3 p-4 pt-1">
        <p>{t("body")}</p>
        <input type="hidden" name="handoverId" value={handover.id} />
        <input type="hidden" name="version" value={handover.version} />
        <ul className="max-h-[60dvh] overflow-y-auto rounded-md border border-line px-3 py-1">
          {lines.map((line) => (
            <DisputedLine
              key={line.lineNo}
              line={line}
              ticked={ticked.has(line.lineNo)}
              onTick={() => turn(line.lineNo)}
            />
          ))}
        </ul>
        <div>
          <SubmitButton disabled={ticked.size === 0}>{t("action")}</SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}
