import { expect, test } from "vitest";
import { checkMail } from "./mail-settings";
import { explain } from "./problem";

const refusalOf = (settings: Parameters<typeof checkMail>[0]) => {
  try {
    checkMail(settings);
    return null;
  } catch (error) {
    return explain(error);
  }
};

test.each([
  ["no mail at all", {}],
  ["a sender alone", { MAIL_FROM: "portal@example.vn" }],
  ["a server and a sender", { SMTP_URL: "smtp://mail.example.vn:587", MAIL_FROM: "a@example.vn" }],
  [
    "a login, and a sender with a name",
    { SMTP_URL: "smtps://u:p%40ss@mail.example.vn", MAIL_FROM: "Cổng <a@example.vn>" },
  ],
])("%s will do", (_, settings) => {
  expect(refusalOf(settings)).toBeNull();
});

test.each([
  ["a server without its sender", { SMTP_URL: "smtp://u:hidden@mail.example.vn" }, "MAIL_FROM"],
  ["another kind of address", { SMTP_URL: "https://u:hidden@x.vn", MAIL_FROM: "a@b" }, "SMTP_URL"],
  ["a host alone", { SMTP_URL: "u:hidden@mail.example.vn", MAIL_FROM: "a@b" }, "SMTP_URL"],
])("%s is refused, and its password not repeated", (_, settings, named) => {
  const said = refusalOf(settings);
  expect(said).toContain(named);
  expect(said).not.toContain("hidden");
});
