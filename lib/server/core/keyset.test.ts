import { expect, it } from "vitest";
import { cutPage, type Edge } from "./keyset";

const ALL = ["a", "b", "c", "d", "e"];

/** As a statement would read it: away from the edge, one row more than a page. */
function page(edge: Edge) {
  const { after = "", before } = edge;
  const read = before
    ? ALL.filter((row) => row < before).toReversed()
    : ALL.filter((row) => row > after);
  return cutPage(read.slice(0, 3), { edge, size: 2, keyOf: (row) => row });
}

it("goes through a list and back, each row once", () => {
  expect(page({})).toEqual({ rows: ["a", "b"], previous: null, next: "b" });
  expect(page({ after: "b" })).toEqual({ rows: ["c", "d"], previous: "c", next: "d" });
  expect(page({ after: "d" })).toEqual({ rows: ["e"], previous: "e", next: null });
  expect(page({ before: "e" })).toEqual({ rows: ["c", "d"], previous: "c", next: "d" });
  expect(page({ before: "c" })).toEqual({ rows: ["a", "b"], previous: null, next: "b" });
});

it("has no neighbours when it is empty", () => {
  expect(page({ after: "e" })).toEqual({ rows: [], previous: null, next: null });
});
