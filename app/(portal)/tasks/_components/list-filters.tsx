"use client";

import { useTranslations } from "use-intl/react";
import { ParamFields, type PlainParams } from "@/components/data-table/param-fields";
import { DayField } from "@/components/forms/day-field";
import { Button } from "@/components/ui/button";
import { CONTROL_STYLE } from "@/components/ui/control-style";
import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";
import { Select, type SelectOption } from "@/components/ui/select";
import { TextLink } from "@/components/ui/text-link";
import { DIFFERENCE_CLASSES } from "@/lib/domain/matching/vocabulary";
import { OPEN_STATES } from "@/lib/domain/tasks/states";
import { formatDate } from "@/lib/i18n/format";

export interface FilterValues {
  state?: string;
  mainClass?: string;
  hamlet?: string;
  unit?: string;
  dueFrom?: string;
  dueTo?: string;
}

interface ListFiltersProps {
  filter: FilterValues;
  hamlets: readonly SelectOption[];
  units: readonly SelectOption[];
  /** what else the address says; kept */
  params: PlainParams;
  /** the list without these filters, where there are any */
  clearHref?: string;
}

/** From which day to which a task is due. */
function DueRange({ dueFrom, dueTo }: FilterValues) {
  const t = useTranslations("lists.filter");
  const day = (on?: string) => (on ? formatDate(on) : t("open"));
  const summary =
    dueFrom || dueTo ? t("dueRange", { from: day(dueFrom), to: day(dueTo) }) : t("due");
  return (
    <Disclosure
      sheet
      className={`${CONTROL_STYLE} inline-flex cursor-pointer items-center justify-between gap-2`}
      summary={
        <>
          {summary}
          <Icon name="chevronDown" size={18} className="text-quiet" />
        </>
      }
    >
      <div className="flex flex-col gap-2">
        <DayField name="dueFrom" label={t("dueFrom")} defaultValue={dueFrom} />
        <DayField name="dueTo" label={t("dueTo")} defaultValue={dueTo} />
        <Button type="submit" size="sm">
          {t("apply")}
        </Button>
      </div>
    </Disclosure>
  );
}

function usePlaces({ hamlets, units }: Pick<ListFiltersProps, "hamlets" | "units">) {
  const t = useTranslations("lists.filter");
  const none = { value: "none", label: t("noHamlet") };
  return [
    {
      name: "hamlet" as const,
      label: t("hamlet"),
      any: t("anyHamlet"),
      options: hamlets.length > 0 ? [...hamlets, none] : [],
    },
    { name: "unit" as const, label: t("unit"), any: t("anyUnit"), options: units },
  ].filter(({ options }) => options.length > 0);
}

/** What narrows the list, in its address: a plain form that asks for another one. */
export function ListFilters({ filter, hamlets, units, params, clearHref }: ListFiltersProps) {
  const t = useTranslations("lists.filter");
  const states = useTranslations("tasks.state");
  const classes = useTranslations("common.compare.class");
  const fields = [
    {
      name: "state" as const,
      label: t("state"),
      any: t("anyState"),
      options: OPEN_STATES.map((value) => ({ value: value as string, label: states(value) })),
    },
    {
      name: "mainClass" as const,
      label: t("mainClass"),
      any: t("anyClass"),
      options: DIFFERENCE_CLASSES.map((value) => ({
        value: value as string,
        label: classes(value),
      })),
    },
    ...usePlaces({ hamlets, units }),
  ];
  return (
    <search aria-label={t("label")}>
      {/* what was chosen before shows again after coming back */}
      <form
        key={JSON.stringify(filter)}
        action="/tasks"
        className="grid items-center sm:grid-cols-2 gap-2 md:flex md:flex-wrap"
      >
        <ParamFields params={params} />
        {fields.map(({ name, label, any, options }) => (
          <Select
            key={name}
            name={name}
            aria-label={label}
            className="md:w-44"
            placeholder={any}
            defaultValue={filter[name] ?? ""}
            options={options}
          />
        ))}
        <DueRange dueFrom={filter.dueFrom} dueTo={filter.dueTo} />
        <Button type="submit" icon="filter">
          {t("apply")}
        </Button>
        {clearHref ? (
          <TextLink
            href={clearHref}
            className="inline-flex min-h-11 items-center max-md:justify-center"
          >
            {t("clear")}
          </TextLink>
        ) : null}
      </form>
    </search>
  );
}
