/** One measured figure. `bound` says on which side of `limit` it has to stay. */
export interface Figure {
  metric: string;
  value: number | null;
  unit: "%" | "records" | "s" | "records/s" | "MB" | "×";
  limit?: number;
  bound?: "least" | "most";
}

/** What `--json` holds of each figure; `peer` is the peer named in `case`, null where there is none. */
export interface Result {
  case: string;
  metric: string;
  ours: number | null;
  peer: number | null;
  limit: number | null;
  unit: string;
}

const DIGITS = { "%": 3, records: 0, s: 2, "records/s": 0, MB: 0, "×": 2 };

export function writeValue(value: number | null | undefined, unit: Figure["unit"]): string {
  if (value === null || value === undefined) return "–";
  const digits = DIGITS[unit];
  const text = value.toLocaleString("en-GB", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return unit === "records" ? text : `${text} ${unit}`;
}

/** Null when there is no limit. A figure that could not be measured doesn't keep its limit. */
export function keepsLimit({ value, limit, bound }: Figure): boolean | null {
  if (limit === undefined) return null;
  if (value === null) return false;
  return bound === "least" ? value >= limit : value <= limit;
}

function writeLimit({ limit, bound, unit }: Figure): string {
  if (limit === undefined) return "";
  return `${bound === "least" ? "≥" : "≤"} ${writeValue(limit, unit)}`;
}

/** A column of figures beside ours; they have the same metrics or some of them. */
export interface Peer {
  name: string;
  figures: readonly Figure[];
}

/** Ours, the peers and the limit side by side; ✓ and ✗ say whether ours keeps the limit. */
export function writeFigures(ours: readonly Figure[], peers: readonly Peer[]): string {
  const rows = ours.map((figure) => [
    figure.metric,
    writeValue(figure.value, figure.unit),
    ...peers.map((peer) => writeValue(measured(peer, figure.metric), figure.unit)),
    writeLimit(figure),
    { true: "✓", false: "✗", null: "" }[String(keepsLimit(figure))] ?? "",
  ]);
  return writeRows([["", "ours", ...peers.map(({ name }) => name), "limit", ""], ...rows]);
}

function measured(peer: Peer, metric: string): number | null | undefined {
  return peer.figures.find((figure) => figure.metric === metric)?.value;
}

/** Columns as wide as their longest cell, the first to the left and the others to the right. */
export function writeRows(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((cells) => (cells[at] ?? "").length)),
  );
  const cell = (text: string, at: number) =>
    at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart((widths[at] ?? 0) + 2);
  return rows.map((cells) => cells.map(cell).join("").trimEnd()).join("\n");
}

/** The figures of one case as `--json` keeps them: one with each peer, or alone where nobody has it. */
export function toResults(name: string, ours: readonly Figure[], peers: readonly Peer[]): Result[] {
  return ours.flatMap(({ metric, value, limit = null, unit }) => {
    const common = { metric, ours: value, limit, unit };
    const beside = peers.flatMap((peer): Result[] => {
      const theirs = measured(peer, metric) ?? null;
      return theirs === null ? [] : [{ case: `${name} · ${peer.name}`, ...common, peer: theirs }];
    });
    return beside.length > 0 ? beside : [{ case: name, ...common, peer: null }];
  });
}
