import { getTranslator } from "@/lib/i18n/server";
import { ChartTable } from "./chart-table";
import { equalCountClasses, stepOf } from "./classes";
import { MapLegend } from "./map-legend";
import { namesApart } from "./map-names";
import places from "./map-places.json";
import { Archipelago, MapHatch, type MapRow, Province } from "./map-shapes";

interface VietnamMapProps {
  /** those of today, or those of 2022 */
  provinces: 34 | 63;
  rows: readonly MapRow[];
  caption: string;
  /** what is counted: "người" */
  unit: string;
}

/** How many of the greatest are named on the map itself, where there is room. */
const NAMED = 3;

/** Whose the archipelagos are: Đà Nẵng's and Khánh Hòa's, in 2022 and today. */
const OWNERS: Record<string, "hoangsa" | "truongsa"> = { "48": "hoangsa", "56": "truongsa" };
const { width, height } = places;

function nameStyle([x = 0, y = 0]: readonly number[]) {
  return { left: `${(x / width) * 100}%`, top: `${(y / height) * 100}%` };
}

/** A border of the ground around letters keeps them readable on any colour. */
const HALO =
  "[-webkit-text-stroke:4px_var(--surface)] [paint-order:stroke] [stroke-linejoin:round] forced-colors:bg-surface forced-colors:px-1 forced-colors:[-webkit-text-stroke:0]";

/** Words over the map: letters keep their size, however small it is drawn. */
async function Names({ provinces, rows }: Pick<VietnamMapProps, "provinces" | "rows">) {
  const t = await getTranslator("charts.map");
  const anchors: Record<string, number[]> = places.anchors[`${provinces}`];
  const greatest = rows
    .filter(({ value }) => value !== null && value > 0)
    .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))
    .slice(0, NAMED)
    .map(({ code, name }) => {
      const [x = 0, y = 0] = anchors[code] ?? [];
      return { code, name: name.replace(/^(Tỉnh|Thành phố) /, ""), at: [x, y] as const };
    });
  const label = `pointer-events-none absolute w-max max-w-1/2 text-center text-[min(0.8125rem,5cqw)] ${HALO}`;
  return (
    <div aria-hidden>
      {namesApart(greatest).map(({ code, name, at }) => (
        <span
          key={code}
          className={`${label} -translate-x-1/2 -translate-y-1/2 font-semibold @max-sm:hidden`}
          style={nameStyle(at)}
        >
          {name}
        </span>
      ))}
      {(["hoangsa", "truongsa"] as const).map((name) => {
        const { x, y, width: wide } = places.archipelagos[name];
        return (
          <span
            key={name}
            className={`${label} -translate-x-1/2 -translate-y-full pb-1`}
            style={nameStyle([x + wide / 2, y])}
          >
            {t(name)}
          </span>
        );
      })}
    </div>
  );
}

/**
 * A figure for each province as one of five steps of a hue, by classes of equal count; hatched without data.
 * The outlines come from a file of their own. Each province leads to its page; Hoàng Sa and Trường Sa have the
 * colour of the province they belong to. The table below the map holds the same figures.
 */
export async function VietnamMap({ provinces, rows, caption, unit }: VietnamMapProps) {
  const t = await getTranslator("charts");
  const classes = equalCountClasses(rows.flatMap(({ value }) => (value === null ? [] : [value])));
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const drawn = Object.keys(places.anchors[`${provinces}`])
    .sort()
    .map((code) => byCode.get(code) ?? { code, name: "", value: null, text: "" });
  const file = `/maps/vietnam-${provinces}.svg`;
  const hatch = `hatch-${provinces}`;
  return (
    <figure className="@container">
      <div className="flex flex-col gap-4 @3xl:flex-row @3xl:items-end">
        <div className="relative w-full max-w-2xl">
          {/* biome-ignore lint/a11y/useSemanticElements: a group of links that is drawn */}
          <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={caption}>
            <MapHatch id={hatch} />
            {drawn.map((row) => (
              <Province key={row.code} row={row} step={stepOf(row.value, classes)} hatch={hatch}>
                <use href={`${file}#p${row.code}`} />
                {OWNERS[row.code] ? <Archipelago name={OWNERS[row.code]} file={file} /> : null}
              </Province>
            ))}
          </svg>
          <Names provinces={provinces} rows={rows} />
        </div>
        <figcaption className="text-sm @3xl:w-72 @3xl:shrink-0">
          <p className="mb-2">{t("map.classes", { unit })}</p>
          <MapLegend classes={classes} missing={drawn.some(({ value }) => value === null)} />
          <p className="mt-3 text-xs text-quiet">{t("map.credit")}</p>
        </figcaption>
      </div>
      <ChartTable
        caption={caption}
        columns={[t("map.province"), t("map.figure")]}
        rows={rows.map(({ code, name, text, href }) => ({
          key: code,
          cells: [{ text: name, href }, { text }],
        }))}
      />
    </figure>
  );
}
