import { describe, expect, it } from "vitest";
import { countFilters, isFiltered, sortOf } from "./list-address";

describe("filters in force", () => {
  it("whose work it is, order, place and who is looked for are none", () => {
    const search = "0190a0e0-0000-7000-8000-000000000000";
    expect(countFilters({ view: "mine", sort: "name", direction: "desc", search })).toBe(0);
    expect(isFiltered({ view: "mine", sort: "name", search })).toBe(true);
  });

  it("both ends of a range are one", () => {
    expect(countFilters({ dueFrom: "2026-11-01", dueTo: "2026-11-30" })).toBe(1);
    expect(countFilters({ bornFrom: "1950", bornTo: "1960", standing: "none" })).toBe(2);
    expect(countFilters({ dueTo: "2026-11-30", mainClass: "typo", overdue: "1" })).toBe(3);
  });
});

it("the order at hand turns round, any other begins ascending", () => {
  const place = { pathname: "/tasks", params: { state: "correcting" }, keys: ["due", "name"] };
  const { key, direction, hrefs } = sortOf({}, place);
  expect([key, direction]).toEqual(["due", "asc"]);
  expect(hrefs.due).toBe("/tasks?state=correcting&sort=due&direction=desc");
  expect(hrefs.name).toBe("/tasks?state=correcting&sort=name&direction=asc");
});
