import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { MESSAGES } from "@/lib/i18n/messages";
import { topicOf } from "./help-topic";

const PAGES = new URL("../../app/(portal)/", import.meta.url);

const addresses = readdirSync(PAGES, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("/page.tsx"))
  .map((file) => `/${file.replace("/page.tsx", "").replaceAll(/\[(\w+)\]/g, "$1")}`);

it.each(addresses)("has help for %s", (address) => {
  expect(topicOf(address)).not.toBeNull();
});

it("has a page for every help", () => {
  const known = new Set(addresses.map(topicOf));
  expect(Object.keys(MESSAGES.vi.shortcuts.page).filter((key) => !known.has(key as never))).toEqual(
    [],
  );
});

it("gives a page below another its own help, and none to an address that only begins alike", () => {
  expect(topicOf("/tasks/approvals/quality")).toBe("approvals");
  expect(topicOf("/tasks/0199-1")).toBe("tasks");
  expect(topicOf("/tasksandmore")).toBeNull();
});
