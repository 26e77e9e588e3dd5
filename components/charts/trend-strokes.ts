/** How each part of the trend is drawn, in the picture and in its legend: by pattern and not by colour alone. */
export const STROKES = {
  history: { stroke: "var(--action)", strokeWidth: 3, strokeLinejoin: "round" },
  likely: { stroke: "var(--action)", strokeWidth: 2, strokeDasharray: "7 4" },
  edge: { stroke: "var(--action)", strokeWidth: 0.75 },
  hatch: { stroke: "var(--action)", strokeWidth: 0.75, strokeOpacity: 0.55 },
  plan: {
    stroke: "var(--ink)",
    strokeWidth: 2.5,
    strokeDasharray: "0.1 5.5",
    strokeLinecap: "round",
  },
  today: { stroke: "var(--ink)", strokeWidth: 1 },
  deadline: { stroke: "var(--danger)", strokeWidth: 2, strokeDasharray: "10 3 2 3" },
  mark: {
    fill: "var(--edge)",
    fillOpacity: 0.16,
    stroke: "var(--edge)",
    strokeWidth: 1,
    strokeDasharray: "2 3",
  },
} as const;
