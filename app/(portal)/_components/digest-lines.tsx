import { TextLink } from "@/components/ui/text-link";
import type { DigestLine } from "@/lib/domain/directives/digest";
import { getTranslator } from "@/lib/i18n/server";

/** Where each line is acted on. */
const PLACES: Record<DigestLine, string> = {
  overdue: "/tasks?view=mine",
  appointments: "/tasks?view=mine&state=waiting",
  returned: "/tasks?view=mine",
  dueSoon: "/tasks?view=mine",
  receive: "/handovers",
  sign: "/handovers",
  approve: "/tasks?view=all&state=approving",
  escalated: "/tasks",
  undecided: "/tasks/residence",
};

interface DigestLinesProps {
  lines: readonly { line: DigestLine; count: number }[];
}

/** What can be acted on, each line a link to where. */
export async function DigestLines({ lines }: DigestLinesProps) {
  const t = await getTranslator("reminders.line");
  return (
    <ul className="flex flex-col gap-2">
      {lines.map(({ line, count }) => (
        <li key={line}>
          <TextLink href={PLACES[line]}>{t(line, { count })}</TextLink>
        </li>
      ))}
    </ul>
  );
}
