import { expect, it } from "vitest";
import { viewQuery } from "./view-query";

it("keeps filters, order and columns, in one order whatever the address", () => {
  const query = "sort=name&after=018f&view=mine&search=018f-1&state=waiting&cols=due,code&q=Hòa";
  expect(viewQuery(query)).toBe("view=mine&state=waiting&sort=name&cols=due%2Ccode");
  expect(viewQuery(`?${viewQuery(query)}`)).toBe(viewQuery(query));
});

it("keeps no free text, wherever it is put", () => {
  expect(viewQuery("state=Nguyễn Thị Hòa&unit=079 185")).toBe("");
});
