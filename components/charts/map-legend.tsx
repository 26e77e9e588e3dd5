import { getTranslator } from "@/lib/i18n/server";
import type { ValueClass } from "./classes";
import { Legend } from "./legend";
import { MapHatch } from "./map-shapes";

interface MapLegendProps {
  classes: readonly ValueClass[];
  /** some province has no figure */
  missing: boolean;
}

function Swatch({ fill }: { fill: string }) {
  return <rect x={0.5} y={0.5} width={27} height={13} rx={2} fill={fill} stroke="var(--edge)" />;
}

/** The bounds of each class, both of them figures that occur, and how many provinces it holds. */
export async function MapLegend({ classes, missing }: MapLegendProps) {
  const t = await getTranslator("charts");
  const entries = classes.map(({ from, to, count, step }) => ({
    key: String(step),
    sign: <Swatch fill={`var(--map-${step})`} />,
    text: (
      <>
        <span className="font-semibold tabular-nums">
          {from === to ? t("map.one", { from }) : t("map.range", { from, to })}
        </span>{" "}
        <span className="text-quiet">({t("map.provinces", { count })})</span>
      </>
    ),
  }));
  const none = {
    key: "none",
    sign: (
      <>
        <MapHatch id="hatch-legend" />
        <Swatch fill="url(#hatch-legend)" />
      </>
    ),
    text: t("noData"),
  };
  return <Legend label={t("legend")} entries={missing ? [...entries, none] : entries} />;
}
