import { type DayFlow, netOf } from "./day-flow";

const ADDED = { fill: "var(--waiting)" };
const CLEANED = { fill: "var(--settled)" };
/** Open again: only a border and level strokes, which no other bar has. */
const REOPENED = { fill: "var(--surface)", stroke: "var(--waiting)", strokeWidth: 1.25 };
const LEVEL = { fill: "none", stroke: "var(--waiting)", strokeWidth: 1.25 };
const NET = { fill: "none", stroke: "var(--ink)", strokeWidth: 3 };

/** The signs of the legend, in the order of the picture from top to bottom. */
export const BAR_SIGNS = [
  {
    key: "reopened",
    sign: (
      <>
        <rect x={1} y={1} width={26} height={12} {...REOPENED} />
        <path d="M1 4H27M1 7H27M1 10H27" {...LEVEL} />
      </>
    ),
  },
  { key: "added", sign: <rect x={0.5} y={0.5} width={27} height={13} {...ADDED} /> },
  { key: "cleaned", sign: <rect x={0.5} y={0.5} width={27} height={13} {...CLEANED} /> },
  { key: "net", sign: <path d="M0 7H28" {...NET} /> },
] as const;

interface FlowBarProps {
  day: DayFlow;
  y: (value: number) => number;
  /** middle and width, per cent of the plot */
  x: number;
  width: number;
}

/** Per cent of the height between two level strokes. */
const LEVEL_STEP = 2;

function levels(top: number, bottom: number, [left, right]: [number, number]): string {
  const count = Math.max(0, Math.ceil((bottom - top) / LEVEL_STEP) - 1);
  return Array.from(
    { length: count },
    (_, at) => `M${left} ${bottom - (at + 1) * LEVEL_STEP}H${right}`,
  ).join("");
}

/** One day: new and reopened stand on the line, cleaned hangs from it, a stroke marks the balance. */
export function FlowBar({ day, y, x, width }: FlowBarProps) {
  const { added, reopened, cleaned } = day;
  const [left, right] = [x - width / 2, x + width / 2];
  const zero = y(0);
  const top = y(added + reopened);
  const net = y(netOf(day));
  const bar = { x: left, width, vectorEffect: "non-scaling-stroke" } as const;
  return (
    <g>
      <rect {...bar} y={y(added)} height={zero - y(added)} {...ADDED} />
      {reopened > 0 ? (
        <>
          <rect {...bar} y={top} height={y(added) - top} {...REOPENED} />
          <path
            d={levels(top, y(added), [left, right])}
            {...LEVEL}
            vectorEffect="non-scaling-stroke"
          />
        </>
      ) : null}
      <rect {...bar} y={zero} height={y(-cleaned) - zero} {...CLEANED} />
      <path
        d={`M${left - width * 0.15} ${net}H${right + width * 0.15}`}
        stroke="var(--surface)"
        strokeWidth={6}
        vectorEffect="non-scaling-stroke"
      />
      <path
        d={`M${left - width * 0.15} ${net}H${right + width * 0.15}`}
        {...NET}
        vectorEffect="non-scaling-stroke"
      />
    </g>
  );
}
