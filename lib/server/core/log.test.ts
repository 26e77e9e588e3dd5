import { expect, it } from "vitest";
import { makeLogger } from "./log";

function lineOf(write: (log: ReturnType<typeof makeLogger>) => void): string {
  let line = "";
  const keep = (text: string) => {
    line += text;
  };
  write(makeLogger("info", { write: keep }));
  return line;
}

const person = { fullName: "Nguyễn Thị Hòa", id_number: "079185000123", phone: "0901234567" };

it("blots out a person, wherever in the line", () => {
  const line = lineOf((log) =>
    log.info({ ...person, task: { person }, rows: { of: person } }, "done"),
  );
  for (const value of Object.values(person)) expect(line).not.toContain(value);
  expect(JSON.parse(line)).toMatchObject({ fullName: "[…]", task: { person: { phone: "[…]" } } });
});

it("keeps identifiers", () => {
  const line = lineOf((log) => log.info({ job: "match", id: "0193-a" }, "started"));
  expect(JSON.parse(line)).toMatchObject({ job: "match", id: "0193-a", msg: "started" });
});

it("tells where an error was thrown, not what it quotes", () => {
  const error = Object.assign(new Error("Key (id_number)=(079185000123) already exists"), {
    code: "23505",
  });
  const line = lineOf((log) => log.error({ err: error }, "failed"));
  expect(line).not.toContain("079185000123");
  const { err } = JSON.parse(line);
  expect(err).toMatchObject({ type: "Error", code: "23505" });
  expect(err.place[0]).toContain("log.test.ts");
});
