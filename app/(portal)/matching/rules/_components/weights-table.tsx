import {
  CELL,
  COLUMN_HEADER,
  ROW,
  ROW_GROUP,
  ROW_HEADER,
  TABLE,
} from "@/components/ui/table-roles";
import type { IdentityField, Level, MatchModel } from "@/lib/domain/matching/vocabulary";
import { formatNumber, formatPoints } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import { BitBar } from "./bit-bar";
import { levelWord, listLevels } from "./level-words";

interface WeightsTableProps {
  model: MatchModel;
  field: IdentityField;
  most: number;
  open: boolean;
}

const COLUMNS =
  "md:grid md:grid-cols-[minmax(0,5fr)_minmax(0,3fr)_10rem_minmax(0,4fr)_minmax(0,2fr)] md:gap-x-4";

async function Head() {
  const t = await getTranslator("rules.weights");
  return (
    <thead {...ROW_GROUP} className="block max-md:sr-only">
      <tr {...ROW} className={`border-b border-line text-left text-quiet ${COLUMNS}`}>
        {(["level", "class", "weight", "harmless", "repair"] as const).map((key) => (
          <th key={key} {...COLUMN_HEADER} className="py-1.5 font-semibold">
            {t(key)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** On a phone: name and weight on top, what follows from them below. */
async function LevelRow({ level, words, most }: { level: Level; words: string; most: number }) {
  const t = await getTranslator("rules");
  const classes = await getTranslator("matching.class");
  const locale = await getLocale();
  return (
    <tr
      {...ROW}
      className={`border-b border-line py-2.5 last:border-0 max-md:grid max-md:grid-cols-[1fr_7.5rem] max-md:gap-x-3 max-md:gap-y-0.5 ${COLUMNS}`}
    >
      <th {...ROW_HEADER} className="text-left font-normal max-md:font-semibold">
        {words}
      </th>
      <td {...CELL} className="max-md:order-3 max-md:text-quiet">
        {classes(level.class)}
      </td>
      <td {...CELL} className="max-md:row-span-2 max-md:text-right">
        <span className="font-semibold tabular-nums">{formatPoints(level.weight, locale)}</span>
        <BitBar weight={level.weight} most={most} />
        {level.share ? (
          <span className="block text-xs text-quiet md:whitespace-nowrap">
            {t("weights.share", { share: formatNumber(level.share, 1, locale) })}
          </span>
        ) : null}
      </td>
      <td {...CELL} className="max-md:order-4 max-md:col-span-2">
        {t(`harmless.${level.harmless}`)}
      </td>
      <td {...CELL} className="max-md:order-5 max-md:col-span-2">
        {level.repair ? (
          <span>{t("weights.repairYes")}</span>
        ) : (
          <span className="text-quiet max-md:hidden">{t("weights.repairNo")}</span>
        )}
      </td>
    </tr>
  );
}

/** One field: each level with its weight and what becomes of it, the mildest class first. */
export async function WeightsTable({ model, field, most, open }: WeightsTableProps) {
  const t = await getTranslator("rules.weights");
  const fields = await getTranslator("matching.field");
  const word = await levelWord();
  const levels = listLevels(model, field);
  return (
    <details open={open} className="rounded-md border border-line bg-surface">
      <summary className="min-h-11 cursor-pointer px-4 py-2.5 md:px-5">
        <h3 className="inline text-lg">{fields(field)}</h3>{" "}
        <span className="text-sm text-quiet">{t("count", { count: levels.length })}</span>
      </summary>
      <table {...TABLE} className="block w-full px-4 pb-3 text-sm md:px-5">
        <caption className="sr-only">{t("caption", { field: fields(field) })}</caption>
        <Head />
        <tbody {...ROW_GROUP} className="block">
          {levels.map(([name, level]) => (
            <LevelRow key={name} level={level} words={word(field, name)} most={most} />
          ))}
        </tbody>
      </table>
    </details>
  );
}
