"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { CONTROL_STYLE } from "@/components/ui/control-style";
import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";
import { Select, type SelectOption } from "@/components/ui/select";
import { TextLink } from "@/components/ui/text-link";
import { ParamFields, type PlainParams } from "./param-fields";

export interface FilterField {
  name: string;
  label: string;
  /** the choice that leaves it out */
  any: string;
  options: readonly SelectOption[];
}

export interface Places {
  hamlets: readonly SelectOption[];
  units: readonly SelectOption[];
}

interface ListFiltersProps {
  /** the list's address */
  action: string;
  filter: PlainParams;
  fields: readonly FilterField[];
  /** what else the address says; kept */
  params: PlainParams;
  /** the list without these filters, where there are any */
  clearHref?: string;
  /** a range, after the choices */
  children?: ReactNode;
}

/** From what to what: two fields under a button that says what is chosen. */
export function FilterRange({ summary, children }: { summary: string; children: ReactNode }) {
  const t = useTranslations("lists.filter");
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
        {children}
        <Button type="submit" size="sm">
          {t("apply")}
        </Button>
      </div>
    </Disclosure>
  );
}

/** Where a list may look: hamlets of a commune, or the units below a wider area. */
export function usePlaces({ hamlets, units }: Places): FilterField[] {
  const t = useTranslations("lists.filter");
  const none = { value: "none", label: t("noHamlet") };
  return [
    {
      name: "hamlet",
      label: t("hamlet"),
      any: t("anyHamlet"),
      options: hamlets.length > 0 ? [...hamlets, none] : [],
    },
    { name: "unit", label: t("unit"), any: t("anyUnit"), options: units },
  ].filter(({ options }) => options.length > 0);
}

/** What narrows the list, in its address: a plain form that asks for another one. */
export function ListFilters(props: ListFiltersProps) {
  const { action, filter, fields, params, clearHref, children } = props;
  const t = useTranslations("lists.filter");
  return (
    <search aria-label={t("label")}>
      {/* what was chosen before shows again after coming back */}
      <form
        key={JSON.stringify(filter)}
        action={action}
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
        {children}
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
