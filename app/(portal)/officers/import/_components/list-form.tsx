"use client";

import { type ReactNode, useActionState } from "react";
import { useTranslations } from "use-intl/react";
import { FileField } from "@/components/forms/file-field";
import { FormErrors } from "@/components/forms/form-errors";
import { TextareaField } from "@/components/forms/textarea-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { createFromList } from "../actions";
import { ListRefusal } from "./list-refusal";
import { MadeList } from "./made-list";

/** A list to paste or to choose as a file; its answer is the table of links in place of the form. */
export function ListForm({ help }: { help: ReactNode }) {
  const t = useTranslations("officers.list");
  const [answer, send] = useActionState(createFromList, null);
  if (answer?.ok) return <MadeList {...answer.data} />;
  return (
    <form
      action={send}
      // React would empty the fields after a refusal too.
      onReset={(event) => event.preventDefault()}
      className="reading flex flex-col gap-5"
    >
      {help}
      {answer ? <ListRefusal key={JSON.stringify(answer)} {...answer} /> : null}
      <FormErrors value={answer?.fields ?? {}}>
        <TextareaField
          name="list"
          label={t("paste")}
          hint={t("pasteHint")}
          defaultValue={answer?.typed}
          rows={8}
          wrap="off"
          spellCheck={false}
        />
        <FileField
          name="file"
          label={t("file")}
          hint={t("fileHint")}
          accept=".csv,.txt,text/csv,text/plain"
        />
      </FormErrors>
      <div>
        <SubmitButton>{t("submit")}</SubmitButton>
      </div>
    </form>
  );
}
