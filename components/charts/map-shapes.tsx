import Link from "next/link";
import type { ReactNode } from "react";
import type { MapStep } from "./classes";
import places from "./map-places.json";

export interface MapRow {
  /** the Statistics Office's code */
  code: string;
  name: string;
  /** null: no data, which is not zero */
  value: number | null;
  /** what is said of the province: "còn 12.408 người" */
  text: string;
  href?: string;
}

/** Slanting lines: there is no figure. */
export function MapHatch({ id }: { id: string }) {
  return (
    <pattern
      id={id}
      width={14}
      height={14}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width={14} height={14} fill="var(--surface)" />
      <rect width={4} height={14} fill="var(--edge)" />
    </pattern>
  );
}

/** The islets and a frame that makes them one thing to see and to press. */
export function Archipelago({ name, file }: { name?: "hoangsa" | "truongsa"; file: string }) {
  if (!name) return null;
  return (
    <>
      <rect
        {...places.archipelagos[name]}
        rx={12}
        fill="transparent"
        strokeDasharray="4 3"
        vectorEffect="non-scaling-stroke"
      />
      <use href={`${file}#${name}`} />
    </>
  );
}

interface ProvinceProps {
  row: MapRow;
  step: MapStep | null;
  hatch: string;
  children: ReactNode;
}

/*
 * What is drawn later covers the outer half of a thick border, so the ring of the focus is as thick again as
 * what has to be seen of it; a box around the province would be covered by its neighbours. On the darkest step
 * the ring alone is hard to see, so the province gets the ground of the page too.
 */
const RING =
  "outline-none hover:[stroke:var(--ink)] hover:[stroke-width:2] focus-visible:[stroke:var(--ink)] focus-visible:[stroke-width:6] focus-visible:[fill:var(--surface)] forced-colors:focus-visible:[stroke:Highlight]";

/** A province, said in words and led to its page. */
export function Province({ row, step, hatch, children }: ProvinceProps) {
  const { name, text, href } = row;
  const said = [name, text].filter(Boolean).join(": ");
  const look = {
    fill: step === null ? `url(#${hatch})` : `var(--map-${step})`,
    stroke: "var(--edge)",
    strokeWidth: 0.75,
  };
  if (!said) return <g {...look}>{children}</g>;
  if (!href) {
    return (
      // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of outlines is no control
      <g {...look} role="img" aria-label={said}>
        <title>{said}</title>
        {children}
      </g>
    );
  }
  return (
    <Link href={href} prefetch={false} aria-label={said} className={RING} {...look}>
      <title>{said}</title>
      {children}
    </Link>
  );
}
