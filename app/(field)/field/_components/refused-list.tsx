"use client";

import { useTranslations } from "use-intl/react";
import type { Vault } from "@/components/offline/vault";
import type { RefusedVisit, Visit } from "@/components/offline/visits";
import { Button } from "@/components/ui/button";
import { buttonStyle } from "@/components/ui/button-style";
import { formatDateTime } from "@/lib/i18n/format";
import { DropButton } from "./drop-button";
import type { Kept } from "./field-state";

interface RefusedListProps {
  vault: Vault;
  refused: Kept<RefusedVisit>[];
  onEdit: (visit: Kept<RefusedVisit>) => void;
}

/** Once more as it stands; where the task was changed since, by who has been told so. */
async function sendAgain(vault: Vault, { id, value }: Kept<RefusedVisit>): Promise<void> {
  const { title: _, fields: __, stale, ...visit } = value;
  await vault.put<Visit>("outbox", id, { ...visit, version: stale ? null : visit.version });
  await vault.remove("refused", id);
}

type LineProps = Omit<RefusedListProps, "refused"> & { visit: Kept<RefusedVisit> };

function Line({ vault, visit, onEdit }: LineProps) {
  const t = useTranslations("offline");
  const results = useTranslations("contact.resultKind");
  const { value } = visit;
  const name = value.name ?? t("field.nobody");
  const when = { at: formatDateTime(value.at), result: results(value.result.kind) };
  return (
    <li className="flex flex-col gap-1 border-t border-line pt-3">
      <h3 className="font-semibold">{name}</h3>
      <p>{value.title}</p>
      {value.fields.map((words) => (
        <p key={words}>{words}</p>
      ))}
      <p className="text-sm text-quiet">{t("refused.when", when)}</p>
      {value.result.note ? <q className="break-words text-quiet">{value.result.note}</q> : null}
      <div className="mt-1 flex flex-wrap gap-2">
        <Button aria-label={t("refused.againOf", { name })} onClick={() => sendAgain(vault, visit)}>
          {t("refused.again")}
        </Button>
        <Button aria-label={t("refused.editOf", { name })} onClick={() => onEdit(visit)}>
          {t("refused.edit")}
        </Button>
        <a
          href={`/tasks/${value.taskId}`}
          aria-label={t("refused.openOf", { name })}
          className={buttonStyle({})}
        >
          {t("refused.open")}
        </a>
        <DropButton
          label={t("refused.drop")}
          name={t("refused.dropOf", { name })}
          onDrop={() => vault.remove("refused", visit.id)}
        />
      </div>
    </li>
  );
}

/** What the portal did not take, in its own words, with what the officer can do about it. */
export function RefusedList({ vault, refused, onEdit }: RefusedListProps) {
  const t = useTranslations("offline.refused");
  if (refused.length === 0) return null;
  return (
    <section
      aria-labelledby="refused"
      className="mb-4 rounded-md border border-danger bg-surface p-4"
    >
      <h2 id="refused" className="text-lg">
        {t("title")}
      </h2>
      <ul className="mt-2 flex flex-col gap-3">
        {refused.map((visit) => (
          <Line key={visit.id} vault={vault} visit={visit} onEdit={onEdit} />
        ))}
      </ul>
    </section>
  );
}
