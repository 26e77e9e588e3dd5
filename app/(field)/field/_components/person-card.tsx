"use client";

import { useTranslations } from "use-intl/react";
import type { Visit } from "@/components/offline/visits";
import { Button } from "@/components/ui/button";
import { buttonStyle } from "@/components/ui/button-style";
import { Icon } from "@/components/ui/icon";
import { StateChip } from "@/components/ui/state-chip";
import { foldName } from "@/lib/domain/records/full-name";
import { maskNumber } from "@/lib/domain/records/mask";
import type { CarriedLine } from "@/lib/domain/tasks/worksheet/carried";
import type { ResultKind } from "@/lib/domain/tasks/worksheet/result";
import { type Kept, type Person, personId } from "./field-state";

interface PersonCardProps {
  person: Person;
  onWrite: (line: CarriedLine) => void;
  onEdit: (visit: Kept<Visit>) => void;
}

/** What was written down, and whether it has come in. */
function Written({ kind, waits, missing }: { kind: ResultKind; waits: boolean; missing: number }) {
  const t = useTranslations("offline.field");
  const results = useTranslations("contact.resultKind");
  return (
    <p className="flex flex-wrap items-center gap-2">
      <StateChip tone={waits ? "waiting" : "settled"}>{t(waits ? "waits" : "sent")}</StateChip>
      <span>{results(kind)}</span>
      {missing > 0 ? (
        <span className="basis-full text-sm text-quiet">{t("missing", { missing })}</span>
      ) : null}
    </p>
  );
}

function State({ person: { waiting, refused, sent } }: Pick<PersonCardProps, "person">) {
  const t = useTranslations("offline.refused");
  if (waiting) return <Written kind={waiting.value.result.kind} waits missing={0} />;
  if (refused) {
    return (
      <p>
        <StateChip tone="danger">{t("title")}</StateChip>
      </p>
    );
  }
  return sent ? <Written kind={sent.kind} waits={false} missing={sent.missing} /> : null;
}

/** Many an address ends with the hamlet already. */
function placeOf({ address, hamlet }: CarriedLine): string {
  if (!address || !hamlet) return address ?? hamlet ?? "";
  return foldName(address).includes(foldName(hamlet)) ? address : `${address} · ${hamlet}`;
}

function Facts({ line }: { line: CarriedLine }) {
  const t = useTranslations("offline.field");
  const sexes = useTranslations("common.sex");
  const missing = useTranslations("contact.missing");
  const sex = line.sex === "male" || line.sex === "female" ? sexes(line.sex) : null;
  const born = line.birthYear ? t("born", { year: line.birthYear }) : t("noYear");
  // The number is there to be dialled, not to be read.
  const phone = line.phone ? maskNumber(line.phone) : null;
  return (
    <>
      <h2 className="text-lg">{line.fullName ?? t("nobody")}</h2>
      <p className="text-quiet">{[sex, born, phone].filter(Boolean).join(" · ")}</p>
      <p>{placeOf(line)}</p>
      <p className="text-sm">
        {t("ask", { fields: line.missing.map((one) => missing(one)).join(", ") })}
      </p>
    </>
  );
}

function Call({ line: { phone, fullName } }: { line: CarriedLine }) {
  const t = useTranslations("offline.field");
  if (!phone) return null;
  const name = fullName ?? t("nobody");
  return (
    <a
      href={`tel:${phone}`}
      aria-label={t("callOf", { name })}
      className={buttonStyle({ size: "lg", className: "flex-1" })}
    >
      <Icon name="phone" size={18} />
      {t("call")}
    </a>
  );
}

/** Whom nobody has met yet may be tried again; the others are no longer the team's. */
const TRIED: readonly ResultKind[] = ["notHome", "moved", "unknown"];

function Write({ person, onWrite, onEdit }: PersonCardProps) {
  const t = useTranslations("offline.field");
  const { line, waiting, sent } = person;
  if (sent && !waiting && !TRIED.includes(sent.kind)) return null;
  const name = line.fullName ?? t("nobody");
  const word = waiting ? "again" : sent ? "more" : "write";
  return (
    <Button
      size="lg"
      variant={word === "write" ? "primary" : "secondary"}
      aria-label={t(`${word}Of`, { name })}
      onClick={() => (waiting ? onEdit(waiting) : onWrite(line))}
      className="min-w-[min(9rem,100%)] flex-2"
    >
      {t(word)}
    </Button>
  );
}

/** The next thing to press at the bottom of the card, where the thumb is. */
export function PersonCard(props: PersonCardProps) {
  const { line } = props.person;
  return (
    <li
      id={personId(line.taskId)}
      tabIndex={-1}
      className="flex flex-col gap-1 rounded-md border border-line bg-surface p-4"
    >
      <Facts line={line} />
      <State person={props.person} />
      <div className="mt-2 flex flex-wrap gap-3">
        <Call line={line} />
        <Write {...props} />
      </div>
    </li>
  );
}
