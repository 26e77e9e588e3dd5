import { expect, test } from "vitest";
import { readRecord, readSex } from "./read-record";

const ROW = {
  record_id: "DT1",
  full_name: " NGUYỄN  THỊ HÒA ",
  birth_date: "12/03/1985",
  sex: "Nữ",
  id_number: "'79 185 001 234",
};

test("a line is read, the number staying as it is written", () => {
  expect(readRecord(ROW)).toEqual({
    recordId: "DT1",
    subject: {
      fullName: "NGUYỄN THỊ HÒA",
      birthDate: { value: "1985-03-12", precision: "day" },
      sex: "female",
      idNumber: "'79 185 001 234",
      foreign: false,
      address: null,
      communeCode: null,
    },
    problems: {},
  });
});

test.each([
  ["1985-03-12", "1985-03-12", "day"],
  ["03/1985", "1985-03-01", "month"],
  ["1985", "1985-01-01", "year"],
])("the date %s", (text, value, precision) => {
  expect(readRecord({ ...ROW, birth_date: text }).subject.birthDate).toEqual({ value, precision });
});

test.each([
  ["1", "male"],
  ["0", "female"],
  ["M", "male"],
  ["F", "female"],
  ["male", "male"],
  ["female", "female"],
  ["Nam", "male"],
])("the sex %s is %s", (text, sex) => expect(readSex(text)).toMatchObject({ value: sex }));

test("what can't be read is nothing, with its reason", () => {
  const { subject, problems } = readRecord({ ...ROW, birth_date: "31/02/1985", sex: "?" });
  expect([subject.birthDate, subject.sex]).toEqual([null, null]);
  expect(problems).toEqual({ birthDate: "dateNotReal", sex: "sexUnknown" });
});

test("an empty line is a record without anything", () => {
  const { recordId, subject, problems } = readRecord({});
  expect({ recordId, name: subject.fullName, problems }).toEqual({
    recordId: "",
    name: null,
    problems: {},
  });
});

test("a passport makes a foreigner, a damaged number does not", () => {
  const singh = { ...ROW, full_name: "SINGH AMIT", id_number: "N8067197" };
  expect(readRecord(singh).subject.foreign).toBe(true);
  expect(readRecord({ ...ROW, id_number: "O79185001234" }).subject.foreign).toBe(false);
});
