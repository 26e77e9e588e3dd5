"use client";

import { useTranslations } from "use-intl/react";
import {
  FilterRange,
  ListFilters,
  type Places,
  usePlaces,
} from "@/components/data-table/list-filters";
import type { PlainParams } from "@/components/data-table/param-fields";
import { DayField } from "@/components/forms/day-field";
import { DIFFERENCE_CLASSES } from "@/lib/domain/matching/vocabulary";
import { OPEN_STATES } from "@/lib/domain/tasks/states";
import { formatDate } from "@/lib/i18n/format";

interface TaskFiltersProps extends Places {
  filter: PlainParams;
  params: PlainParams;
  clearHref?: string;
}

/** From which day to which a task is due. */
function DueRange({ dueFrom, dueTo }: PlainParams) {
  const t = useTranslations("lists.filter");
  const day = (on?: string) => (on ? formatDate(on) : t("open"));
  const summary =
    dueFrom || dueTo ? t("dueRange", { from: day(dueFrom), to: day(dueTo) }) : t("due");
  return (
    <FilterRange summary={summary}>
      <DayField name="dueFrom" label={t("dueFrom")} defaultValue={dueFrom} />
      <DayField name="dueTo" label={t("dueTo")} defaultValue={dueTo} />
    </FilterRange>
  );
}

/** What narrows the list of tasks. */
export function TaskFilters({ hamlets, units, ...form }: TaskFiltersProps) {
  const t = useTranslations("lists.filter");
  const states = useTranslations("tasks.state");
  const classes = useTranslations("common.compare.class");
  const fields = [
    {
      name: "state",
      label: t("state"),
      any: t("anyState"),
      options: OPEN_STATES.map((value) => ({ value, label: states(value) })),
    },
    {
      name: "mainClass",
      label: t("mainClass"),
      any: t("anyClass"),
      options: DIFFERENCE_CLASSES.map((value) => ({ value, label: classes(value) })),
    },
    ...usePlaces({ hamlets, units }),
  ];
  return (
    <ListFilters {...form} action="/tasks" fields={fields}>
      <DueRange dueFrom={form.filter.dueFrom} dueTo={form.filter.dueTo} />
    </ListFilters>
  );
}
