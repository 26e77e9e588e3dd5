import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { isAccepted, readAnswers } from "../answers";
import { readFebrl } from "./febrl";
import { readHistorical } from "./historical";
import { isNamed, isProposed, isProposedFrom, scoreLinks } from "./link-score";
import { writeSet } from "./linked-set";

const folder = mkdtempSync(join(tmpdir(), "public-sets-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const write = (name: string, lines: string[]) =>
  writeFileSync(join(folder, name), `${lines.join("\n")}\n`);

const FEBRL =
  "rec_id, given_name, surname, street_number, address_1, address_2, suburb, postcode, state, date_of_birth, soc_sec_id";

it("reads FEBRL's columns, whose titles and cells begin with a space", () => {
  write("dataset4a.csv", [
    FEBRL,
    "rec-7-org, ann, lee, 8, a street, b, c, 4223, nsw, 19151111, 5304218",
  ]);
  write("dataset4b.csv", [FEBRL, "rec-7-dup-0, , lee, 8, a street, b, c, 4223, nsw, , 5304218"]);
  const { people, records } = readFebrl(folder, "seven");
  const ann = { truth: "rec-7", sex: "", idNumber: "5304218" };
  expect(people).toEqual([
    { id: "rec-7-org", fullName: "lee ann", birthDate: "1915-11-11", ...ann },
  ]);
  expect(records).toEqual([{ id: "rec-7-dup-0", fullName: "lee", birthDate: "", ...ann }]);
  expect(readFebrl(folder, "nine").people[0]?.idNumber).toBe("105304218");
});

it("takes the first record of each person of history as the registry", () => {
  write("historical_50k.csv", [
    "unique_id,cluster,full_name,first_name,surname,dob,gender",
    'Q1-1,Q1,"thomas, 1st baron",thomas,clifford,1630-08-01,male',
    "Q2-1,Q2,anna,,,1830-08-01,t2227949953",
    "Q1-2,Q1,tom clifford,,clifford,-1630-08-0,",
    "Q1-3,Q1,,tom,clifford,1892-02-29,female",
  ]);
  const { people, records } = readHistorical(folder);
  const brief = ({ id, fullName, birthDate, sex }: (typeof people)[number]) =>
    [id, fullName, birthDate, sex].join("|");
  expect(people.map(brief)).toEqual([
    "Q1-1|clifford thomas|1922-08-01|male",
    "Q2-1|anna|1922-08-01|",
  ]);
  expect(records.map(brief)).toEqual([
    "Q1-2|tom clifford||",
    "Q1-3|clifford tom|1984-02-29|female",
  ]);
});

it("counts links by what was said", () => {
  const row = (id: string, truth: string) => {
    return { id, truth, fullName: "a", birthDate: "", sex: "", idNumber: "" };
  };
  const people = [row("P1", "one"), row("P2", "two")];
  const records = ["one", "one", "two", "two", "two"].map((truth, at) => row(`R${at}`, truth));
  const set = writeSet("set", { people, records }, join(folder, "set"));
  expect(readFileSync(set.truth, "utf8")).toContain("R4,P2,");
  writeFileSync(
    set.result,
    [
      "record_id,outcome,person_id,score,second_person_id",
      "R0,matched,P1,1,",
      "R1,review,P1,0.4,P2",
      "R2,review,P1,0.7,P2",
      "R3,unmatched,P2,0.1,",
      "R4,unmatched,,,",
    ].join("\n"),
  );
  const score = (isLink: typeof isNamed) => scoreLinks(readAnswers(set), isLink);
  expect(score(isAccepted)).toMatchObject({ links: 1, precision: 1, recall: 0.2 });
  expect(score(isProposedFrom(0.5))).toMatchObject({ links: 2, precision: 0.5, recall: 0.2 });
  expect(score(isProposed)).toMatchObject({ links: 3, precision: 2 / 3, recall: 0.4, f1: 0.5 });
  expect(score(isNamed)).toMatchObject({ links: 4, precision: 0.75, recall: 0.6 });
  expect(score(() => false)).toEqual({ links: 0, precision: null, recall: 0, f1: 0 });
});
