"use client";

import { useTranslations } from "use-intl/react";
import { link } from "@/app/(portal)/directives/requests/actions";
import { ActionForm } from "@/components/forms/action-form";
import { StateChip } from "@/components/ui/state-chip";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FoundRecord } from "@/lib/server/directives/request-records";

interface FoundRecordsProps {
  request: { id: string; version: number };
  records: readonly FoundRecord[];
  more: boolean;
}

interface LineProps {
  request: FoundRecordsProps["request"];
  record: FoundRecord;
}

function Line({ request, record }: LineProps) {
  const t = useTranslations("requests.record");
  const { id, code, fullName, birthYear, idNumber, hamlet, taskState } = record;
  const unknown = t("unknown");
  const words = t("line", {
    code,
    year: birthYear === null ? unknown : String(birthYear),
    number: idNumber ?? unknown,
    hamlet: hamlet ?? unknown,
  });
  return (
    <li className="flex flex-wrap items-start justify-between gap-3 py-3">
      <span className="min-w-0">
        <strong>{fullName ?? code}</strong>{" "}
        {taskState ? <StateChip tone="waiting">{t("working")}</StateChip> : null}
        <span className="block text-sm text-quiet">{words}</span>
      </span>
      <ActionForm action={link}>
        <input type="hidden" name="requestId" value={request.id} />
        <input type="hidden" name="version" value={request.version} />
        <input type="hidden" name="recordId" value={id} />
        <SubmitButton variant="secondary" aria-label={t("linkName", { code })}>
          {t("link")}
        </SubmitButton>
      </ActionForm>
    </li>
  );
}

/** Records of the unit that fit what was typed; one of them may be linked. */
export function FoundRecords({ request, records, more }: FoundRecordsProps) {
  const t = useTranslations("requests.record");
  if (records.length === 0) return <p role="status">{t("nothing")}</p>;
  return (
    <section aria-label={t("found")}>
      <ul className="divide-y divide-line">
        {records.map((record) => (
          <Line key={record.id} request={request} record={record} />
        ))}
      </ul>
      {more ? <p className="text-quiet">{t("more")}</p> : null}
    </section>
  );
}
