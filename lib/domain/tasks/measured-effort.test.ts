import { describe, expect, it, test } from "vitest";
import { DIFFERENCE_CLASSES } from "@/lib/domain/matching/vocabulary";
import { EFFORT_MINUTES } from "./effort";
import { effortTable, minutesBy } from "./measured-effort";

const typo = { force: "health", mainClass: "typo", tasks: 20, minutes: 7.4 };

describe("the minutes that a task counts for", () => {
  test.each([
    ["measured ones, as configured", "measured", typo, "health", 7],
    ["fixed ones, as configured", "fixed", typo, "health", EFFORT_MINUTES.typo],
    ["fixed ones below twenty tasks", "measured", { ...typo, tasks: 19 }, "health", 3],
    ["fixed ones for a force that was not measured", "measured", typo, "police", 3],
    ["never nothing", "measured", { ...typo, minutes: 0.1 }, "health", 1],
  ] as const)("%s", (...[, source, measured, force, minutes]) => {
    expect(minutesBy(source, [measured])(force, "typo")).toBe(minutes);
  });
});

it("shows every class, measured or not, beside its fixed minutes", () => {
  const table = effortTable([typo, { ...typo, force: "police", tasks: 3, minutes: 2 }]);
  expect(table.map((line) => line.mainClass)).toEqual([...DIFFERENCE_CLASSES]);
  expect(table.find((line) => line.mainClass === "typo")).toEqual({
    mainClass: "typo",
    fixed: 3,
    measured: {
      health: { tasks: 20, minutes: 7.4, trusted: true },
      police: { tasks: 3, minutes: 2, trusted: false },
    },
  });
});
