import Link from "next/link";
import { StateChip } from "@/components/ui/state-chip";
import type { Tone } from "@/components/ui/tone";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import type { ModelLine, ModelState } from "@/lib/server/matching/model-queries";

const TONES: Record<ModelState, Tone> = {
  proposed: "waiting",
  approved: "settled",
  retired: "neutral",
};

export async function ModelStateChip({ state }: { state: ModelState }) {
  const t = await getTranslator("rules.versions.state");
  return <StateChip tone={TONES[state]}>{t(state)}</StateChip>;
}

/** Who proposed and who approved, as one line. */
async function doneBy(line: ModelLine): Promise<string> {
  const t = await getTranslator("rules.versions");
  const said = (verb: "proposed" | "approved", name: string | null, at: Date | null) => {
    if (!at) return null;
    const time = formatDateTime(at);
    return name ? t(verb, { name, at: time }) : t(`${verb}At`, { at: time });
  };
  return [
    line.parentVersion ? t("parent", { version: line.parentVersion }) : null,
    said("proposed", line.proposedBy, line.proposedAt),
    said("approved", line.approvedBy, line.approvedAt),
  ]
    .filter(Boolean)
    .join(" · ");
}

async function VersionLine({ line }: { line: ModelLine }) {
  return (
    <li className="relative flex flex-col gap-1 py-3 hover:bg-hover">
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link
          href={`/matching/rules/versions/${encodeURIComponent(line.version)}`}
          className="font-semibold after:absolute after:inset-0 hover:text-action"
        >
          {line.version}
        </Link>
        <ModelStateChip state={line.state} />
      </span>
      {line.note ? <span className="break-words">{line.note}</span> : null}
      <span className="text-sm text-quiet">{await doneBy(line)}</span>
    </li>
  );
}

/** Every version there has been; each opens what it changes and what its shadow run shows. */
export function VersionList({ versions }: { versions: readonly ModelLine[] }) {
  return (
    <ul className="divide-y divide-line">
      {versions.map((line) => (
        <VersionLine key={line.version} line={line} />
      ))}
    </ul>
  );
}
