import { describe, expect, it } from "vitest";
import { listHref, sortHrefs } from "./href";

describe("address of a list", () => {
  it("keeps the filters and starts from the beginning when one changes", () => {
    const params = { state: "verifying", after: "018f", hamlet: ["a", "b"] };
    expect(listHref("/tasks", params, { state: "new" })).toBe("/tasks?state=new&hamlet=a&hamlet=b");
  });

  it("moves on from where the page ended", () => {
    expect(listHref("/tasks", { before: "018a" }, { after: "018f" })).toBe("/tasks?after=018f");
  });

  it("has no question mark without parameters", () => {
    expect(listHref("/tasks", { state: "new" }, { state: undefined })).toBe("/tasks");
  });

  it("writes what a person typed so that it survives", () => {
    expect(listHref("/tasks", {}, { q: "Hòa & Hoà" })).toBe("/tasks?q=H%C3%B2a+%26+Ho%C3%A0");
  });
});

it("turns the present order round and starts any other ascending", () => {
  const place = { pathname: "/tasks", params: {}, sort: { key: "due", direction: "asc" } as const };
  expect(sortHrefs(place, ["due", "name"])).toEqual({
    due: "/tasks?sort=due&direction=desc",
    name: "/tasks?sort=name&direction=asc",
  });
});
