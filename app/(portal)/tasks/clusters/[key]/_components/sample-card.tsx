"use client";

import { useTranslations } from "use-intl/react";
import { ClassLabel } from "@/components/compare/class-label";
import { differenceOf } from "@/components/compare/difference";
import { MarkedText } from "@/components/compare/marked-text";
import { type CompareRow, shownValue } from "@/components/compare/settlement";
import { Banner } from "@/components/ui/banner";
import { Checkbox } from "@/components/ui/checkbox";
import { TextLink } from "@/components/ui/text-link";

/** One of the ten, written for the reader. */
export interface SampleView {
  taskId: string;
  code: string;
  name: string;
  place: string;
  /** the field that the rule settles, with both sides */
  changed: CompareRow | null;
  /** whether the record's value is replaced */
  replaces: boolean;
  /** fields that stand in nobody's way */
  harmless: number;
  /** why the rule would leave this one out; null where it would be applied */
  refusal: string | null;
}

/** Before and after of the field, its letters marked. */
function Change({ row, replaces }: { row: CompareRow; replaces: boolean }) {
  const t = useTranslations("clusters.sample");
  const fields = useTranslations("common.compare.fields");
  const [record, registry] = [shownValue(row, row.record), shownValue(row, row.registry)];
  const sides = differenceOf(record, row.registryHidden ? record : registry, row.class);
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
      <dt className="col-span-2 font-semibold">{fields(row.field)}</dt>
      <dt className="text-sm text-quiet">{t("before")}</dt>
      <dd>
        <MarkedText parts={sides.record} />
      </dd>
      <dt className="text-sm text-quiet">{t("after")}</dt>
      <dd>{replaces ? <MarkedText parts={sides.registry} /> : t("unchanged")}</dd>
      <dd className="col-span-2">
        <ClassLabel kind={row.class} />
      </dd>
    </dl>
  );
}

function Verdict({ row }: { row: SampleView }) {
  const t = useTranslations("clusters.sample");
  return (
    <fieldset>
      <legend className="sr-only">{t("verdict", { code: row.code })}</legend>
      <div className="flex flex-wrap gap-x-6">
        {(["right", "wrong"] as const).map((verdict) => (
          <Checkbox
            key={verdict}
            kind="radio"
            name={`verdict.${row.taskId}`}
            value={verdict}
            label={t(verdict)}
            required
          />
        ))}
      </div>
    </fieldset>
  );
}

/** What the rule would do to one record, and the officer's word on it. */
export function SampleCard({ row, asks }: { row: SampleView; asks: boolean }) {
  const t = useTranslations("clusters.sample");
  return (
    <article className="flex h-full flex-col gap-3 rounded-md border border-line bg-surface p-4">
      <div className="flex flex-wrap justify-between gap-x-4">
        <h3 className="font-semibold">{row.name}</h3>
        <TextLink href={`/tasks/${row.taskId}`} prefetch={false}>
          {t("open")}
        </TextLink>
      </div>
      <p className="text-sm text-quiet">
        {row.code} · {row.place}
      </p>
      {row.changed ? <Change row={row.changed} replaces={row.replaces} /> : null}
      <p className="text-sm text-quiet">{t("equal", { count: row.harmless })}</p>
      {row.refusal ? <Banner tone="waiting">{t("skipped", { reason: row.refusal })}</Banner> : null}
      {asks ? <Verdict row={row} /> : null}
    </article>
  );
}
