import { Kbd } from "@/components/ui/kbd";
import { getTranslator } from "@/lib/i18n/server";
import type { Mark } from "./difference";
import { MARK_COLOUR } from "./mark-style";
import { Sign } from "./sign";

const MARKS = [
  "diacritics",
  "swapped",
  "letters",
  "missing",
  "different",
] as const satisfies Mark[];

const KEYS = [
  ["rows", ["↑", "↓"]],
  ["keep", ["←"]],
  ["take", ["→"]],
  ["edit", ["enter"]],
  ["leave", ["leave"]],
  ["submit", ["submit"]],
] as const;

export interface LegendKey {
  keys: readonly string[];
  does: string;
}

interface CompareLegendProps {
  /** Keys of the page besides those of the table, in words. */
  more?: readonly LegendKey[];
}

/**
 * What the marks and the keys mean: the content of the help on F1. It comes with the page, so that the key
 * only has to show it.
 */
export async function CompareLegend({ more = [] }: CompareLegendProps) {
  const t = await getTranslator("common.compare");
  const keyName = (key: string) =>
    key === "enter" || key === "leave" || key === "submit" ? t(`key.${key}`) : key;
  const own = KEYS.map(([action, keys]) => ({
    keys: keys.map(keyName),
    does: t(`legend.${action}`),
  }));
  return (
    <div className="flex flex-col gap-5">
      <ul className="flex flex-col gap-2">
        {MARKS.map((mark) => (
          <li key={mark} className="flex items-center gap-3">
            <span className={`flex w-5 shrink-0 justify-center ${MARK_COLOUR[mark]}`}>
              <Sign mark={mark} />
            </span>
            {t(`legend.${mark}`)}
          </li>
        ))}
      </ul>
      <div className="hidden md:block">
        <h3 className="mb-2">{t("legend.keys")}</h3>
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
          {[...own, ...more].map(({ keys, does }) => (
            <div key={does} className="contents">
              <dt className="flex gap-1">
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}
