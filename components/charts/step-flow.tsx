import Link from "next/link";
import type { CSSProperties } from "react";
import { getTranslator } from "@/lib/i18n/server";
import { ChartTable } from "./chart-table";
import { countWriter } from "./chart-words";
import { FarMoves } from "./far-moves";
import { type FlowMove, sortMoves, thickness } from "./moves";

export interface FlowStep {
  id: string;
  label: string;
  /** how many wait in it now */
  people: number;
  /** their list */
  href?: string;
}

interface StepFlowProps {
  /** in the order of the work */
  steps: readonly FlowStep[];
  /** how many went from one step to another in the period that the caption names */
  moves: readonly FlowMove[];
  caption: string;
  /** what is counted: "người" */
  unit: string;
}

interface ArrowProps {
  people: number;
  greatest: number;
  figure: string;
  words: string;
  href?: string;
}

/** To the right, or down where the steps stand below each other. */
function Arrow({ people, greatest, figure, words, href }: ArrowProps) {
  const wide = thickness(people, greatest);
  const tip = 6 + wide / 2;
  return (
    <div className="flex items-center gap-2 py-1 pl-6 @4xl:w-11 @4xl:shrink-0 @4xl:flex-col @4xl:justify-center @4xl:gap-1 @4xl:p-0">
      <svg
        viewBox="0 0 32 32"
        aria-hidden
        className="size-8 rotate-90 text-action @4xl:rotate-0 print:text-ink"
      >
        {people > 0 ? (
          <>
            <path d="M0 16H22" stroke="currentColor" strokeWidth={wide} />
            <path d={`M20 ${16 - tip}L31 16L20 ${16 + tip}Z`} fill="currentColor" />
          </>
        ) : (
          <path d="M2 16H30" stroke="var(--edge)" strokeDasharray="2 4" />
        )}
      </svg>
      {href && people > 0 ? (
        <Link
          href={href}
          prefetch={false}
          aria-label={words}
          className="inline-flex min-h-6 min-w-6 items-center justify-center text-xs text-action tabular-nums underline decoration-1 underline-offset-2"
        >
          {figure}
        </Link>
      ) : (
        <>
          <span aria-hidden className="text-xs tabular-nums">
            {figure}
          </span>
          <span className="sr-only">{words}</span>
        </>
      )}
    </div>
  );
}

interface BoxProps {
  step: FlowStep;
  /** short, for the eye */
  figure: string;
  words: string;
}

function Box({ step, figure, words }: BoxProps) {
  const { label, href } = step;
  return (
    <div className="relative flex items-baseline justify-between gap-3 rounded-md border border-edge px-3 py-2 has-[a:hover]:border-action @4xl:min-w-0 @4xl:flex-1 @4xl:flex-col @4xl:justify-between @4xl:gap-1 @4xl:px-1.5">
      <span className="text-sm text-quiet @4xl:text-xs">{label}</span>
      {href ? (
        <Link
          href={href}
          prefetch={false}
          aria-label={`${label}: ${words}`}
          className="font-semibold text-action tabular-nums underline @4xl:text-sm decoration-1 underline-offset-2 after:absolute after:inset-0"
        >
          {figure}
        </Link>
      ) : (
        <span className="font-semibold tabular-nums @4xl:text-sm">{figure}</span>
      )}
    </div>
  );
}

/**
 * How many wait in each step and how many went on to the next: arrows as thick as their figures. What went back,
 * or past a step, is drawn below. Steps stand beside each other where there is room, else below each other.
 */
export async function StepFlow({ steps, moves, caption, unit }: StepFlowProps) {
  const t = await getTranslator("charts");
  const { count, axis } = await countWriter();
  const { onward, far } = sortMoves(steps, moves);
  const greatest = Math.max(0, ...[...onward, ...far].map(({ people }) => people));
  const label = (id: string) => steps.find((step) => step.id === id)?.label ?? "";
  return (
    <figure className="@container" style={{ "--steps": steps.length } as CSSProperties}>
      <figcaption className="sr-only">{caption}</figcaption>
      <ol className="flex flex-col @4xl:grid @4xl:grid-cols-[repeat(var(--steps),minmax(0,1fr))]">
        {steps.map((step, at) => {
          const move = onward[at];
          return (
            <li key={step.id} className="@4xl:flex">
              <Box step={step} figure={axis(step.people)} words={`${count(step.people)} ${unit}`} />
              {move === undefined ? (
                <span className="@4xl:w-11 @4xl:shrink-0" />
              ) : (
                <Arrow
                  people={move.people}
                  greatest={greatest}
                  figure={axis(move.people)}
                  words={t("flow.onward", { people: count(move.people), unit })}
                  href={move.href}
                />
              )}
            </li>
          );
        })}
      </ol>
      <FarMoves
        moves={far}
        greatest={greatest}
        labels={steps.map((step) => step.label)}
        unit={unit}
      />
      <ChartTable
        caption={caption}
        columns={[t("flow.step"), t("flow.waiting", { unit }), t("flow.moved", { unit })]}
        rows={[
          ...steps.map(({ id, label: text, people, href }) => ({
            key: id,
            cells: [{ text, href }, { text: count(people) }, { text: "" }],
          })),
          ...moves.map(({ from, to, people, href }) => ({
            key: `${from} ${to}`,
            cells: [
              { text: t("flow.move", { from: label(from), to: label(to) }) },
              { text: "" },
              { text: count(people), href },
            ],
          })),
        ]}
      />
    </figure>
  );
}
