export interface FlowMove {
  from: string;
  to: string;
  people: number;
  /** their list */
  href?: string;
}

/** A move that is drawn below the steps: back, or past a step. `from` and `to` are places of steps, from 0. */
export interface FarMove {
  from: number;
  to: number;
  people: number;
  back: boolean;
  href?: string;
}

/** How many went from a step to the next one. */
export interface OnwardMove {
  people: number;
  href?: string;
}

export interface SortedMoves {
  /** how many went from the step at this place to the next one */
  onward: OnwardMove[];
  far: FarMove[];
}

/** Moves between neighbours, and the others, the nearest first. Unknown steps are left out. */
export function sortMoves(
  steps: readonly { id: string }[],
  moves: readonly FlowMove[],
): SortedMoves {
  const place = new Map(steps.map(({ id }, at) => [id, at]));
  const onward: OnwardMove[] = steps.slice(1).map(() => ({ people: 0 }));
  const far: FarMove[] = [];
  for (const { from: fromId, to: toId, people, href } of moves) {
    const [from, to] = [place.get(fromId), place.get(toId)];
    if (from === undefined || to === undefined || from === to || people <= 0) continue;
    if (to === from + 1) {
      onward[from] = { people: (onward[from]?.people ?? 0) + people, href };
    } else far.push({ from, to, people, back: to < from, href });
  }
  const length = ({ from, to }: FarMove) => Math.abs(to - from);
  far.sort((a, b) => length(a) - length(b) || a.to - b.to);
  return { onward, far };
}

/** For each move the line below the steps, from 0, on which it neither crosses nor touches another. */
export function lanesOf(moves: readonly FarMove[]): number[] {
  const lanes: [left: number, right: number][][] = [];
  return moves.map(({ from, to }) => {
    const [left, right] = [Math.min(from, to), Math.max(from, to)];
    const free = lanes.findIndex((taken) => taken.every(([l, r]) => right < l || r < left));
    const lane = free < 0 ? lanes.length : free;
    lanes[lane] = [...(lanes[lane] ?? []), [left, right]];
    return lane;
  });
}

/** Thickness of an arrow in pixels: its area tells how many, from 1 to `most`; nobody gets none. */
export function thickness(people: number, greatest: number, most = 14): number {
  if (people <= 0 || greatest <= 0) return 0;
  return Math.max(1.5, Math.round((people / greatest) * most * 2) / 2);
}
