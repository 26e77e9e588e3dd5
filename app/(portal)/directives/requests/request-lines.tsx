import { TextLink } from "@/components/ui/text-link";
import type { RequestKind } from "@/lib/domain/directives/request";
import { writtenCode } from "@/lib/domain/directives/request-code";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import type { RequestSummary } from "@/lib/server/directives/request-queries";
import { ClockChip } from "./clock-chip";

interface RequestLinesProps {
  requests: readonly RequestSummary[];
  /** the units, for whoever looks after several */
  showUnit?: boolean;
}

async function Line({ request, showUnit }: { request: RequestSummary; showUnit?: boolean }) {
  const t = await getTranslator("requests");
  const { id, code, kind, fullName, stage, enteredAt, unitName, recordCode } = request;
  const where = [recordCode, showUnit ? unitName : null].filter(Boolean);
  return (
    <li className="flex flex-col gap-1 px-4 py-3 md:px-5">
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <TextLink href={`/directives/requests/${id}`} prefetch={false} className="font-semibold">
          {fullName}
        </TextLink>
        <ClockChip dueAt={request.dueAt} answeredAt={request.answeredAt} />
      </span>
      <span>
        {t(`kind.${kind as RequestKind}`)} · {t(`stage.${stage}`)}
      </span>
      <span className="text-sm text-quiet">
        {[writtenCode(code), formatDateTime(enteredAt), ...where].join(" · ")}
      </span>
    </li>
  );
}

/** Requests one below the other, each with what is left of its time. */
export function RequestLines({ requests, showUnit }: RequestLinesProps) {
  return (
    <ul className="divide-y divide-line">
      {requests.map((request) => (
        <Line key={request.id} request={request} showUnit={showUnit} />
      ))}
    </ul>
  );
}
