import type { Cell } from "@/lib/domain/progress/figure";
import { figuresOf } from "@/lib/domain/progress/figure";
import { daysOf, type FlowCell } from "@/lib/domain/progress/flow";
import type { ReportSource } from "./make";

type Kind = [state: string, mainClass: string];

const task = ([state, mainClass]: Kind, people: number, outcome = ""): Cell => ({
  ...{ kind: "task", state, outcome, mainClass },
  ...{ people, doses: people * 3, minutes: people * 4 },
});

const record = ([outcome, mainClass]: Kind, people: number, state = ""): Cell => ({
  ...{ kind: "record", state, outcome, mainClass },
  ...{ people, doses: people * 3, minutes: 0 },
});

/** Cells of a unit: of 24.000 people 5.300 are open. */
export const CELLS: Cell[] = [
  record(["matched", "same"], 12_000),
  record(["matched", "format"], 4_000),
  record(["repaired", "leading_zero"], 500),
  record(["review", "typo"], 7_500, "worked"),
  task(["verifying", "typo"], 3_000),
  task(["correcting", "swapped_date"], 2_000),
  task(["surveying", "missing"], 300),
  task(["closed", "typo"], 2_000, "corrected"),
  task(["closed", "typo"], 120, "falseMismatch"),
  task(["closed", "missing"], 50, "insufficient"),
  task(["closed", "missing"], 30, "deceased"),
];

const flow = (day: string, event: FlowCell["event"], people: number): FlowCell => ({
  ...{ day, event, people, doses: people * 3, minutes: people * 4 },
});

/** Two days of the period and one after it. */
export const FLOWS: FlowCell[] = [
  flow("2026-11-21", "opened", 40),
  flow("2026-11-21", "cleared", 10),
  flow("2026-11-21", "corrected", 60),
  flow("2026-11-22", "reopened", 2),
  flow("2026-11-22", "deceased", 3),
  flow("2026-11-23", "corrected", 100),
];

/** What a report of a province is made from: the week before the day on which it is written. */
export function reportSource(more: Partial<ReportSource> = {}): ReportSource {
  const below = figuresOf(CELLS.map((cell) => ({ ...cell, people: cell.people / 10 })));
  return {
    unit: { id: "80", name: "Tỉnh Tây Ninh", level: "province" },
    author: { name: "Trần Thị Lãnh Đạo", role: "leader", signs: true },
    period: { from: "2026-11-16", to: "2026-11-22" },
    today: "2026-11-23",
    at: new Date("2026-11-23T07:05:00Z"),
    figures: figuresOf(CELLS),
    lateness: { overdue: 41, stuck: 1240, starving: 7 },
    days: daysOf(FLOWS, "2026-11-16", "2026-11-23"),
    quality: {
      days: 90,
      reports: { open: 1, upheld: 4, rejected: 2 },
      contacts: { reached: 30, notHome: 10 },
      sample: { passed: 200, checked: 40, wrong: 2 },
      errorRate: { found: 0.05, low: 0.014, high: 0.165 },
    },
    target: { set: "nation", unitName: "Việt Nam", deadline: "2026-12-31", percent: 100 },
    neededPerDay: 188.2,
    peoplePerDay: 92.4,
    end: {
      ...{ kind: "interval", from: "2027-01-04", likely: "2027-01-11", to: "2027-01-19" },
      ...{ share: 0.8, weeks: 20, perDay: 370, addedPerDay: 20, method: "changePoints" },
    },
    levers: [
      { kind: "people", ref: "", tasks: 0, perDay: 240, saved: 12, end: "2026-12-24" },
      {
        kind: "rule",
        ref: "swapped_date",
        tasks: 2000,
        minutes: 8000,
        saved: null,
        end: "2027-01-02",
      },
    ],
    own: null,
    units: [
      {
        ...{ id: "25456", name: "Phường Tân Ninh", figures: below },
        flow: daysOf(FLOWS, "2026-11-21", "2026-11-21")[0] as ReportSource["units"][0]["flow"],
      },
    ],
    sources: [{ system: "nen-tang", figures: figuresOf(CELLS) }],
    ...more,
  };
}
