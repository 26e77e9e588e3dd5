import { exactNumber } from "@/components/forms/exact-number";
import { Card } from "@/components/ui/card";
import { type ModelDifferences, modelDifferences } from "@/lib/domain/matching/model-change";
import type { Level } from "@/lib/domain/matching/vocabulary";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import type { ModelDetail } from "@/lib/server/matching/model-queries";
import { levelWord } from "../../../_components/level-words";

type Pair = { from: Level | null; to: Level | null };

/** "from → to" of a part of a level, in words; nothing where it stays. */
async function changed(pair: Pair, part: "weight" | "harmless"): Promise<string[]> {
  const t = await getTranslator("rules");
  const locale = await getLocale();
  if (pair.from?.[part] === pair.to?.[part]) return [];
  const word = (level: Level | null) => {
    if (!level) return t("version.none");
    return part === "weight" ? exactNumber(level.weight, locale) : t(`harmless.${level.harmless}`);
  };
  const words = { from: word(pair.from), to: word(pair.to) };
  return [t(part === "weight" ? "version.weight" : "version.arrow", words)];
}

async function LevelChange(pair: Pair) {
  const t = await getTranslator("rules.weights");
  const repairs = pair.to?.repair && !pair.from?.repair;
  const lines = [...(await changed(pair, "weight")), ...(await changed(pair, "harmless"))];
  if (repairs) lines.push(t("repairYes"));
  return lines.map((line) => (
    <span key={line} className="block text-quiet">
      {line}
    </span>
  ));
}

async function Listed({ differences }: { differences: ModelDifferences }) {
  const t = await getTranslator("rules.version");
  const fields = await getTranslator("matching.field");
  const locale = await getLocale();
  const word = await levelWord();
  const number = (value: number) => exactNumber(value, locale);
  return (
    <ul className="divide-y divide-line">
      {differences.thresholds.map(({ threshold, from, to }) => (
        <li key={threshold} className="py-2">
          {t(`threshold.${threshold}`)}
          <span className="block text-quiet tabular-nums">
            {t("arrow", { from: number(from), to: number(to) })}
          </span>
        </li>
      ))}
      {differences.levels.map(({ field, level, ...pair }) => (
        <li key={`${field}.${level}`} className="py-2">
          {fields(field)}: {word(field, level).toLocaleLowerCase("vi")}
          <LevelChange {...pair} />
        </li>
      ))}
    </ul>
  );
}

/** What the version does otherwise than the model in use. */
export async function Changes({ detail }: { detail: ModelDetail }) {
  const t = await getTranslator("rules.version");
  const { current, model } = detail;
  const differences = modelDifferences(current, model);
  const none = differences.levels.length + differences.thresholds.length === 0;
  if (current.version === model.version) return null;
  return (
    <Card title={t("changes", { version: current.version })}>
      {none ? null : <Listed differences={differences} />}
      {differences.other ? <p className="mt-2">{t("otherChanges")}</p> : null}
      {none && !differences.other ? <p className="text-quiet">{t("same")}</p> : null}
    </Card>
  );
}
