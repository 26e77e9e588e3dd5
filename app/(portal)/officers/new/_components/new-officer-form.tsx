"use client";

import { useActionState } from "react";
import { useTranslations } from "use-intl/react";
import { FormErrors } from "@/components/forms/form-errors";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { fieldId } from "@/components/ui/field-attributes";
import { LinkButton } from "@/components/ui/link-button";
import type { SelectOption } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Role } from "@/lib/domain/access/roles";
import { MadeLink } from "../../_components/made-link";
import { create } from "../actions";
import { OfficerFields } from "./officer-fields";

interface NewOfficerFormProps {
  roles: Role[];
  units: SelectOption[];
}

/** One account; its answer is the one-time link in place of the form. */
export function NewOfficerForm({ roles, units }: NewOfficerFormProps) {
  const t = useTranslations("officers");
  const [answer, send] = useActionState(create, null);
  if (answer?.ok) {
    const { officerId, username, link, hours } = answer.data;
    return (
      <div className="flex flex-col gap-5">
        <MadeLink title={t("link.made", { username })} link={link} hours={hours} />
        {/* A form brings a new page, without the answer that this one still holds. */}
        <form action="/officers/new" className="flex flex-wrap gap-3">
          <Button type="submit" icon="add">
            {t("new.another")}
          </Button>
          <LinkButton href={`/officers/${officerId}`}>{t("new.open")}</LinkButton>
        </form>
      </div>
    );
  }
  const fields = answer?.fields ?? {};
  return (
    // React would empty the fields after a refusal too.
    <form
      action={send}
      onReset={(event) => event.preventDefault()}
      className="group/form flex flex-col gap-5"
    >
      {answer ? (
        <ErrorSummary
          key={JSON.stringify(answer)}
          message={answer.message}
          errors={Object.entries(fields).map(([name, message]) => ({ id: fieldId(name), message }))}
        />
      ) : null}
      <FormErrors value={fields}>
        <OfficerFields roles={roles} units={units} typed={answer?.typed} />
      </FormErrors>
      <div>
        <SubmitButton>{t("new.submit")}</SubmitButton>
      </div>
    </form>
  );
}
