"use client";

import { useState } from "react";
import { CompareRows } from "@/components/compare/compare-rows";
import { markRow } from "@/components/compare/marked-row";
import { type CompareRow, type CompareValue, initialValue } from "@/components/compare/settlement";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Kbd } from "@/components/ui/kbd";
import { SubmitButton } from "@/components/ui/submit-button";
import { ignore } from "../actions";
import samples from "./samples.json";

const { compare } = samples;
const SEXES = [
  { value: "male", label: compare.male },
  { value: "female", label: compare.female },
];

const withOptions = (rows: unknown[]) =>
  (rows as CompareRow[]).map((row) =>
    markRow(row.field === "sex" ? { ...row, options: SEXES } : row),
  );

const rows = withOptions(compare.rows);
const others = withOptions(compare.others);

/** A stand-in for the engine: every field that takes the registry's value adds to the score. */
function scoreOf(value: CompareValue) {
  const taken = Object.values(value).filter(({ choice }) => choice === "registry").length;
  return { score: Math.min(0.99, 0.87 + taken * 0.04), threshold: 0.92 };
}

export function CompareSamples() {
  const [value, setValue] = useState(() => initialValue(rows));
  const invalid = /^31\/02/.test(value.birthDate?.value ?? "") ? compare.invalid : undefined;
  return (
    <Card title={samples.sections.compare}>
      <form action={ignore} className="flex flex-col gap-5">
        <CompareRows
          rows={rows}
          value={value}
          onChange={setValue}
          live={scoreOf(value)}
          check={(field) => (field === "birthDate" ? { error: invalid } : undefined)}
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton data-send>
            {compare.send} <Kbd>{compare.sendKey}</Kbd>
          </SubmitButton>
          <Button>
            {compare.insufficient} <Kbd>{compare.insufficientKey}</Kbd>
          </Button>
        </div>
      </form>
      <div className="mt-8">
        <CompareRows rows={others} value={initialValue(others)} />
      </div>
    </Card>
  );
}
