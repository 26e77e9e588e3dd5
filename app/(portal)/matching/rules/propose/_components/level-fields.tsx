import { exactNumber } from "@/components/forms/exact-number";
import { fieldId } from "@/components/ui/field-attributes";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { HARMLESSNESS, mayBeHarmless } from "@/lib/domain/matching/model-schema";
import type { IdentityField, Level, MatchModel } from "@/lib/domain/matching/vocabulary";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import { levelWord, listLevels } from "../../_components/level-words";

interface LevelFieldProps {
  field: IdentityField;
  name: string;
  level: Level;
  words: string;
}

/** Weight and harmlessness of one level; where no model may pass it over, that is only said. */
async function LevelField({ field, name, level, words }: LevelFieldProps) {
  const t = await getTranslator("rules");
  const locale = await getLocale();
  const key = `${field}.${name}`;
  return (
    <li className="grid grid-cols-[1fr_6rem] items-center gap-x-4 gap-y-2 border-b border-line py-3 last:border-0 md:grid-cols-[minmax(0,1fr)_6rem_minmax(0,22rem)]">
      <span className="min-w-0">{words}</span>
      <Input
        id={fieldId(`weight.${key}`)}
        name={`weight.${key}`}
        aria-label={t("propose.weightOf", { level: words })}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={exactNumber(level.weight, locale)}
        className="text-right tabular-nums"
      />
      <span className="max-md:col-span-2">
        {mayBeHarmless(field, level) ? (
          <Select
            id={fieldId(`harmless.${key}`)}
            name={`harmless.${key}`}
            aria-label={t("propose.harmlessOf", { level: words })}
            defaultValue={level.harmless}
            options={HARMLESSNESS.map((value) => ({ value, label: t(`harmless.${value}`) }))}
          />
        ) : (
          <span className="text-quiet">
            <input type="hidden" name={`harmless.${key}`} value="never" />
            {t("harmless.never")}
          </span>
        )}
      </span>
    </li>
  );
}

/** The levels of one field as a form. */
export async function LevelFields({ model, field }: { model: MatchModel; field: IdentityField }) {
  const fields = await getTranslator("matching.field");
  const word = await levelWord();
  return (
    <details className="rounded-md border border-line bg-surface">
      <summary className="min-h-11 cursor-pointer px-4 py-2.5 font-semibold">
        {fields(field)}
      </summary>
      <ul className="px-4 pb-2">
        {listLevels(model, field).map(([name, level]) => (
          <LevelField
            key={name}
            field={field}
            name={name}
            level={level}
            words={word(field, name)}
          />
        ))}
      </ul>
    </details>
  );
}
