import type { CSSProperties, ReactNode } from "react";

export interface ValueTick {
  y: number;
  text: string;
}

export interface DayTick {
  x: number;
  text: string;
}

interface PlotFrameProps {
  /** read for the whole picture; the figures are in the table below it */
  label: string;
  values: readonly ValueTick[];
  days: readonly DayTick[];
  /** what the values count, over their axis */
  unit: string;
  /** drawn on a square of 100 × 100 that is stretched: strokes need `non-scaling-stroke` */
  children: ReactNode;
  /** words on the plot, placed by per cent: letters keep their size at any width */
  over?: ReactNode;
}

/** Half of the days on a phone, counted back from the last; that one alone where letters are very large. */
function placeClass(at: number, all: number): string {
  if (at === all - 1) return "";
  return (all - 1 - at) % 2 === 1 ? "@max-md:hidden" : "@max-[9rem]:hidden";
}

function ValueMarks({ values }: { values: readonly ValueTick[] }) {
  return values.map(({ y, text }) => (
    <span
      key={y}
      className="absolute right-full mr-2 -translate-y-1/2 whitespace-nowrap"
      style={{ top: `${y}%` }}
    >
      {text}
    </span>
  ));
}

function DayMarks({ days }: { days: readonly DayTick[] }) {
  return days.map(({ x, text }, at) => (
    <span
      key={text}
      className={`absolute top-full mt-1.5 -translate-x-1/2 whitespace-nowrap ${placeClass(at, days.length)}`}
      style={{ left: `${x}%` }}
    >
      {text}
    </span>
  ));
}

/** Axes in words around a stretched drawing. */
export function PlotFrame({ label, values, days, unit, children, over }: PlotFrameProps) {
  const widest = Math.max(...values.map(({ text }) => text.length));
  const room: CSSProperties = { paddingLeft: `${widest + 1}ch` };
  return (
    <div className="relative pt-7 pr-5 pb-7 text-xs text-quiet tabular-nums" style={room}>
      <span aria-hidden className="absolute top-0 left-0">
        {unit}
      </span>
      <div className="@container relative h-56 sm:h-72">
        <svg
          role="img"
          aria-label={label}
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          className="absolute inset-0 size-full overflow-visible"
        >
          {values.map(({ y }) => (
            <line
              key={y}
              x1={0}
              x2={100}
              y1={y}
              y2={y}
              stroke="var(--line)"
              vectorEffect="non-scaling-stroke"
            />
          ))}
          {children}
        </svg>
        <div aria-hidden>
          <ValueMarks values={values} />
          <DayMarks days={days} />
          {over}
        </div>
      </div>
    </div>
  );
}
