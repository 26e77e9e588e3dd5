"use client";

import { useTranslations } from "use-intl/react";
import {
  FilterRange,
  ListFilters,
  type Places,
  usePlaces,
} from "@/components/data-table/list-filters";
import type { PlainParams } from "@/components/data-table/param-fields";
import { TextField } from "@/components/forms/text-field";
import type { SelectOption } from "@/components/ui/select";

interface RecordFiltersProps extends Places {
  filter: PlainParams;
  /** outcomes of the comparison and whether something is open, in the reader's words */
  standings: readonly SelectOption[];
  params: PlainParams;
  clearHref?: string;
}

function useYears({ bornFrom: from, bornTo: to }: PlainParams): string {
  const t = useTranslations("lists.filter");
  if (from && to) return from === to ? t("bornIn", { year: from }) : t("bornRange", { from, to });
  if (from) return t("bornSince", { year: from });
  return to ? t("bornUntil", { year: to }) : t("born");
}

/** From which year of birth to which. */
function YearRange(filter: PlainParams) {
  const t = useTranslations("lists.filter");
  const { bornFrom, bornTo } = filter;
  const summary = useYears(filter);
  const field = { inputMode: "numeric", autoComplete: "off", maxLength: 4 } as const;
  return (
    <FilterRange summary={summary}>
      <TextField {...field} name="bornFrom" label={t("bornFrom")} defaultValue={bornFrom} />
      <TextField
        {...field}
        name="bornTo"
        label={t("bornTo")}
        hint={t("bornHint")}
        defaultValue={bornTo}
      />
    </FilterRange>
  );
}

/** What narrows the list of records. */
export function RecordFilters(props: RecordFiltersProps) {
  const { hamlets, units, standings, ...form } = props;
  const t = useTranslations("lists.filter");
  const fields = [
    { name: "standing", label: t("standing"), any: t("anyStanding"), options: standings },
    ...usePlaces({ hamlets, units }),
  ];
  return (
    <ListFilters {...form} action="/records" fields={fields}>
      <YearRange bornFrom={form.filter.bornFrom} bornTo={form.filter.bornTo} />
    </ListFilters>
  );
}
