import { expect, it } from "vitest";
import { sumOf, tallyOfPlaywright, tallyOfVitest, withStatus } from "./tally";

const result = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

it("counts the tests that ran", () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [
      result("passed", "passed", "passed", "skipped"),
      result("failed", "passed", "failed"),
    ],
  };
  expect(tallyOfVitest(report)).toEqual({ passed: 3, failed: 1 });
});

it("counts a file that could not be read as failed", () => {
  const report = { numPassedTests: 0, numFailedTests: 0, testResults: [result("failed")] };
  expect(tallyOfVitest(report)).toEqual({ passed: 0, failed: 1 });
});

it("counts a story that passed only the second time as failed", () => {
  expect(tallyOfPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 2 } })).toEqual({
    passed: 4,
    failed: 3,
  });
});

it("finds a failure outside of any test", () => {
  expect(withStatus({ passed: 5, failed: 0 }, false)).toEqual({ passed: 5, failed: 1 });
  expect(withStatus({ passed: 5, failed: 2 }, false)).toEqual({ passed: 5, failed: 2 });
  expect(withStatus({ passed: 5, failed: 0 }, true)).toEqual({ passed: 5, failed: 0 });
});

it("adds up", () => {
  const tallies = [
    { passed: 1, failed: 0 },
    { passed: 20, failed: 2 },
  ];
  expect(sumOf(tallies)).toEqual({ passed: 21, failed: 2 });
});
