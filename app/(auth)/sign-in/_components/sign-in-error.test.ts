import { expect, it } from "vitest";
import { readSignInError } from "./sign-in-error";

it("tells until when a name is locked, by the clock of Viet Nam", () => {
  expect(readSignInError("locked:2026-11-23T07:32:10.000Z")).toMatchObject({
    code: "locked",
    time: "14:32",
  });
});

it("keeps the reference of an accident", () => {
  expect(readSignInError("failed:7F3K2Q")).toMatchObject({ code: "failed", reference: "7F3K2Q" });
});

it.each([undefined, null, "", "Configuration"])(
  "takes %s for a server that didn't answer",
  (error) => {
    expect(readSignInError(error).code).toBe("unreachable");
  },
);
