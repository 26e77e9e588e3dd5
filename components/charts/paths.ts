/** x and y on the square of a plot. */
export type PlotPoint = readonly [x: number, y: number];

/** A hundredth of the plot's hundredth is far below a pixel. */
const short = (value: number) => String(Math.round(value * 100) / 100);

/** A line through points, as the `d` of a path; nothing for fewer than two. */
export function linePath(points: readonly PlotPoint[]): string {
  if (points.length < 2) return "";
  return `M${points.map(([x, y]) => `${short(x)} ${short(y)}`).join("L")}`;
}

/** The area between two lines: along the first, back along the second. */
export function areaPath(upper: readonly PlotPoint[], lower: readonly PlotPoint[]): string {
  const line = linePath([...upper, ...lower.toReversed()]);
  return line && `${line}Z`;
}

/** Where a line through points from left to right stands at `x`; null beside it. */
export function heightAt(points: readonly PlotPoint[], x: number): number | null {
  const after = points.findIndex(([px]) => px >= x);
  const [end, start] = [points[after], points[after - 1]];
  if (!end) return null;
  if (end[0] === x) return end[1];
  if (!start) return null;
  return start[1] + ((end[1] - start[1]) * (x - start[0])) / (end[0] - start[0]);
}

/** Upright strokes between two lines, `step` apart: what tells an area from others without its colour. */
export function hatchPath(
  upper: readonly PlotPoint[],
  lower: readonly PlotPoint[],
  step: number,
): string {
  const [first, last] = [upper[0]?.[0] ?? 0, upper.at(-1)?.[0] ?? 0];
  const strokes: string[] = [];
  for (let x = first + step; x < last; x += step) {
    const [top, bottom] = [heightAt(upper, x), heightAt(lower, x)];
    if (top === null || bottom === null) continue;
    strokes.push(`M${short(x)} ${short(top)}V${short(bottom)}`);
  }
  return strokes.join("");
}
