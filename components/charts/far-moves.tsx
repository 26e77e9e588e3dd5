import type { CSSProperties } from "react";
import { TextLink } from "@/components/ui/text-link";
import { getTranslator } from "@/lib/i18n/server";
import { countWriter } from "./chart-words";
import { type FarMove, lanesOf, thickness } from "./moves";

interface FarMovesProps {
  moves: readonly FarMove[];
  /** the most that went any way: thickness is measured by it */
  greatest: number;
  /** of the steps, in their order */
  labels: readonly string[];
  unit: string;
}

/** At the step where a move ends. */
function Tip({ back }: { back: boolean }) {
  return (
    <svg
      viewBox="0 0 12 10"
      aria-hidden
      className={`absolute -top-1 hidden h-2.5 w-3 @4xl:block ${back ? "left-0 -translate-x-1/2" : "right-0 translate-x-1/2"}`}
    >
      <path d="M6 0L12 10H0Z" fill="currentColor" />
    </svg>
  );
}

interface MoveProps {
  move: FarMove;
  /** which line below the steps, from 0 */
  row: number;
  /** of the line, in pixels */
  width: number;
  words: string;
  figure: string;
}

/** A bracket from step to step, below those of shorter ways; broken lines go back. */
function Move({ move, row, width, words, figure }: MoveProps) {
  const { from, to, back, href } = move;
  return (
    <li
      style={
        {
          // What arrives at a step and what leaves it don't share a line.
          "--part": back ? "-0.4rem" : "0.4rem",
          gridColumn: `${Math.min(from, to) + 1} / ${Math.max(from, to) + 2}`,
          gridRow: `1 / ${row + 2}`,
        } as CSSProperties
      }
      className="relative flex items-baseline justify-between gap-3 border-b border-line py-1.5 text-sm last:border-0 @4xl:mr-[calc(50cqw/var(--steps)+1.375rem+var(--part))] @4xl:ml-[calc(50cqw/var(--steps)-1.375rem+var(--part))] @4xl:border-0 @4xl:p-0"
    >
      <span
        aria-hidden
        className={`absolute inset-0 hidden rounded-b-md border-current text-edge @4xl:block ${back ? "border-dashed" : ""}`}
        style={{ borderWidth: `0 ${width}px ${width}px` }}
      />
      <span className="hidden text-edge @4xl:contents">
        <Tip back={back} />
      </span>
      <span className="@4xl:sr-only">{words}</span>
      <span className="whitespace-nowrap tabular-nums @4xl:absolute @4xl:bottom-1 @4xl:z-10 @4xl:left-1/2 @4xl:-translate-x-1/2 @4xl:bg-surface @4xl:px-1 @4xl:text-xs">
        {href ? (
          <TextLink href={href} prefetch={false}>
            {figure}
          </TextLink>
        ) : (
          figure
        )}
      </span>
    </li>
  );
}

/** What did not go to the next step. */
export async function FarMoves({ moves, greatest, labels, unit }: FarMovesProps) {
  const t = await getTranslator("charts.flow");
  const { count } = await countWriter();
  if (moves.length === 0) return <p className="mt-3 text-sm text-quiet">{t("none")}</p>;
  const lanes = lanesOf(moves);
  return (
    <ul className="mt-4 flex flex-col @4xl:mt-2 @4xl:grid @4xl:auto-rows-[2rem] @4xl:grid-cols-[repeat(var(--steps),minmax(0,1fr))]">
      {moves.map((move, at) => {
        const ends = { from: labels[move.from] ?? "", to: labels[move.to] ?? "" };
        return (
          <Move
            key={`${move.from} ${move.to}`}
            move={move}
            row={lanes[at] ?? at}
            width={thickness(move.people, greatest)}
            words={t(move.back ? "back" : "past", ends)}
            figure={`${count(move.people)} ${unit}`}
          />
        );
      })}
    </ul>
  );
}
