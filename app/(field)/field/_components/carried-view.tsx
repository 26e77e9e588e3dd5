"use client";

import { useId, useState } from "react";
import { useTranslations } from "use-intl/react";
import type { Vault } from "@/components/offline/vault";
import type { Visit } from "@/components/offline/visits";
import { classNames } from "@/components/ui/class-names";
import { Input } from "@/components/ui/input";
import { ProgressBar } from "@/components/ui/progress-bar";
import { foldName } from "@/lib/domain/records/full-name";
import type { CarriedLine } from "@/lib/domain/tasks/worksheet/carried";
import { formatDateTime } from "@/lib/i18n/format";
import {
  type FieldState,
  isIn,
  type Kept,
  type Person,
  resultOf,
  VIEWS,
  type View,
} from "./field-state";
import { ListActions } from "./list-actions";
import { PersonCard } from "./person-card";

interface CarriedViewProps {
  vault: Vault;
  officerId: string;
  state: FieldState;
  onWrite: (line: CarriedLine) => void;
  onEdit: (visit: Kept<Visit>) => void;
}

function matches({ line }: Person, folded: string): boolean {
  const text = [line.fullName, line.address, line.hamlet].filter(Boolean).join(" ");
  return folded === "" || foldName(text).includes(folded);
}

function Progress({ people }: { people: Person[] }) {
  const t = useTranslations("offline.field");
  const met = people.filter((person) => resultOf(person) === "found").length;
  return (
    <ProgressBar
      label={t("met")}
      value={met}
      max={people.length}
      text={t("metOf", { met, all: people.length })}
      tone="settled"
    />
  );
}

interface ViewsProps {
  people: Person[];
  view: View;
  onView: (view: View) => void;
}

function Views({ people, view, onView }: ViewsProps) {
  const t = useTranslations("offline.field.show");
  return (
    <fieldset aria-label={t("label")} className="flex gap-2">
      {VIEWS.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === view}
          onClick={() => onView(one)}
          className={classNames(
            "min-h-11 flex-1 rounded-md border border-edge bg-surface px-2 text-sm",
            "aria-pressed:border-action aria-pressed:bg-action-soft aria-pressed:font-semibold aria-pressed:text-action",
          )}
        >
          {t(one, { count: people.filter((person) => isIn(person, one)).length })}
        </button>
      ))}
    </fieldset>
  );
}

/** The list as a checklist, in the order of the houses. */
export function CarriedView({ vault, officerId, state, onWrite, onEdit }: CarriedViewProps) {
  const t = useTranslations("offline.field");
  const [view, setView] = useState<View>("all");
  const [wanted, setWanted] = useState("");
  const searchId = useId();
  const { people, list } = state;
  const folded = foldName(wanted);
  const shown = people.filter((person) => isIn(person, view) && matches(person, folded));
  return (
    <div className="flex flex-col gap-4">
      <Progress people={people} />
      <Views people={people} view={view} onView={setView} />
      <div>
        <label htmlFor={searchId} className="text-sm text-quiet">
          {t("search")}
        </label>
        <Input
          id={searchId}
          type="search"
          autoComplete="off"
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      </div>
      {shown.length === 0 ? <p className="text-quiet">{t("noneHere")}</p> : null}
      <ul className="flex flex-col gap-3">
        {shown.map((person) => (
          <PersonCard key={person.line.taskId} person={person} onWrite={onWrite} onEdit={onEdit} />
        ))}
      </ul>
      {list?.validUntil ? (
        <p className="text-sm text-quiet">
          {t("until", { until: formatDateTime(list.validUntil) })}
        </p>
      ) : null}
      <ListActions vault={vault} officerId={officerId} />
    </div>
  );
}
