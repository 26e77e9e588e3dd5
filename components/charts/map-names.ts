/** In units of the map: about what a letter and a line take where names are shown, with some room. */
const LETTER = 18;
const LINE = 52;

export interface MapName {
  name: string;
  /** middle of the name */
  at: readonly [x: number, y: number];
}

function overlap(one: MapName, other: MapName): boolean {
  const [wide, high] = [0, 1].map((axis) => Math.abs((one.at[axis] ?? 0) - (other.at[axis] ?? 0)));
  const letters = (one.name.length + other.name.length) / 2;
  return (wide ?? 0) < letters * LETTER && (high ?? 0) < LINE;
}

/** Names that can stand beside each other, the first ones first; one that would lie over another is left out. */
export function namesApart<Name extends MapName>(names: readonly Name[]): Name[] {
  const placed: Name[] = [];
  for (const name of names) {
    if (!placed.some((one) => overlap(one, name))) placed.push(name);
  }
  return placed;
}
