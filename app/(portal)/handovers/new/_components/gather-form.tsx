"use client";

import { type RefObject, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { sign } from "@/app/(portal)/handovers/actions";
import { ActionForm } from "@/components/forms/action-form";
import { Button } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { PreviewLines } from "./preview-lines";
import { type ReadyRow, ReadyTable, rowId } from "./ready-table";

/** The ticks of the form around a table. */
function tickedIn(box: RefObject<HTMLDivElement | null>): Set<string> {
  const form = box.current?.closest("form");
  return new Set(form ? new FormData(form).getAll("task").map(String) : []);
}

interface PreviewProps {
  lines: readonly ReadyRow[];
  onBack: () => void;
}

function Preview({ lines, onBack }: PreviewProps) {
  const t = useTranslations("handovers");
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg">{t("gather.preview", { people: lines.length })}</h2>
      <p>{t("gather.previewBody")}</p>
      {lines.map((line) => (
        <input key={rowId(line)} type="hidden" name="task" value={rowId(line)} />
      ))}
      <PreviewLines lines={lines} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{t("sign.action")}</SubmitButton>
        <Button onClick={onBack}>{t("gather.back")}</Button>
      </div>
    </section>
  );
}

/** Two steps in one place: tick what goes on the list, look at it as it will be signed, sign. */
export function GatherForm({ lines }: { lines: ReadyRow[] }) {
  const t = useTranslations("handovers.gather");
  const [chosen, setChosen] = useState<readonly ReadyRow[] | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const look = () => {
    const ticked = tickedIn(box);
    setChosen(lines.filter((line) => ticked.has(rowId(line))));
  };
  return (
    <ActionForm action={sign} className="flex flex-col gap-4">
      <div ref={box} hidden={chosen !== null}>
        {/* The ticks of the table are left out of what is sent: the preview sends what it shows. */}
        <fieldset disabled={chosen !== null}>
          <Button className="mb-3" onClick={() => setChosen(lines)}>
            {t("look", { people: lines.length })}
          </Button>
          <ReadyTable
            rows={lines}
            actions={
              <Button variant="primary" size="sm" onClick={look}>
                {t("lookChosen")}
              </Button>
            }
          />
        </fieldset>
      </div>
      {chosen ? <Preview lines={chosen} onBack={() => setChosen(null)} /> : null}
    </ActionForm>
  );
}
