import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DoseAnswers, type DosesOfRecord, type ToldDose, unionOfDoses } from "./dose-union";

let made = 0;
function dose(recordId: string, wish: Partial<ToldDose>): ToldDose {
  made += 1;
  const empty = { number: null, date: null, dateText: null, vaccine: null, lot: null };
  return { id: `d${made}`, recordId, ...empty, facility: null, ...wish };
}
function record(recordId: string, ...wishes: Partial<ToldDose>[]): DosesOfRecord {
  return { recordId, doses: wishes.map((wish) => dose(recordId, wish)) };
}
const said = ({ date, vaccine }: { date: string | null; vaccine: string | null }) =>
  `${date ?? "-"} ${vaccine ?? "-"}`;

const AZ = { date: "2021-08-05", vaccine: "AstraZeneca", number: 1 };
const PFIZER = { ...AZ, vaccine: "Pfizer" };
const SECOND = { date: "2021-10-05", vaccine: "AstraZeneca", number: 2 };

describe("doses of several records of one person", () => {
  it("equal by day and vaccine are one, with what either says", () => {
    const union = unionOfDoses(
      [record("a", { ...AZ, lot: "A1" }), record("b", { ...AZ, vaccine: "ASTRAZENECA " }, SECOND)],
      {},
    );
    expect(union.doses.map(said)).toEqual(["2021-08-05 AstraZeneca", "2021-10-05 AstraZeneca"]);
    expect(union.doses[0]).toMatchObject({ lot: "A1" });
    expect(union.doses[0]?.from).toHaveLength(2);
    expect(union.questions).toEqual([]);
  });

  it("without a vaccine are the one that the other record names", () => {
    const union = unionOfDoses([record("a", AZ), record("b", { ...AZ, vaccine: null })], {});
    expect(union.doses.map(said)).toEqual(["2021-08-05 AstraZeneca"]);
  });

  it("of one record are taken at its word", () => {
    const both = record("a", AZ, PFIZER, { ...AZ, vaccine: null });
    expect(unionOfDoses([both], {}).doses).toHaveLength(3);
    expect(unionOfDoses([both, record("b", AZ)], {})).toMatchObject({ questions: [] });
  });
});

describe("records that name different vaccines for one day", () => {
  const records = [record("a", AZ), record("b", PFIZER, SECOND)];
  const key = "2021-08-05";
  const pfizer = records[1]?.doses[0]?.id ?? "";

  it("are asked about, and until then nothing is lost", () => {
    const union = unionOfDoses(records, {});
    expect(union.open).toEqual([key]);
    expect(union.questions).toMatchObject([{ key, kind: "vaccine" }]);
    expect(union.doses).toHaveLength(3);
  });

  it("keep the one that was chosen, or both", () => {
    const one = unionOfDoses(records, { [key]: pfizer });
    expect(one.doses.map(said)).toEqual(["2021-08-05 Pfizer", "2021-10-05 AstraZeneca"]);
    expect(one.setAside).toEqual([records[0]?.doses[0]?.id]);
    const both = unionOfDoses(records, { [key]: "all" });
    expect(both).toMatchObject({ open: [], setAside: [] });
    expect(both.doses).toHaveLength(3);
  });

  it.each(["none", "no such dose", "toString"])("take no answer such as %s", (answer) => {
    expect(unionOfDoses(records, { [key]: answer }).open).toEqual([key]);
  });
});

it("asks whether a dose without a day is the dose of that number of another record", () => {
  const bare = { ...AZ, date: null, dateText: "31/09/2021" };
  const records = [record("a", AZ), record("b", bare)];
  const { questions } = unionOfDoses(records, {});
  expect(questions).toMatchObject([{ kind: "noDay" }]);
  const key = questions[0]?.key ?? "";
  expect(unionOfDoses(records, { [key]: "none" }).doses).toHaveLength(1);
  expect(unionOfDoses(records, { [key]: "all" }).doses).toHaveLength(2);
  expect(unionOfDoses([record("b", bare)], {}).questions).toEqual([]);
});

const told = fc.record({
  number: fc.constantFrom(null, 1, 2),
  date: fc.constantFrom(null, "2021-08-05", "2021-10-05"),
  dateText: fc.constantFrom(null, "31/09/2021"),
  vaccine: fc.constantFrom(null, "AstraZeneca", "astrazeneca", "Pfizer"),
});
/** Records as the database keeps them: a dose once for each record, day and vaccine. */
const someRecords = fc
  .array(fc.array(told, { maxLength: 4 }), { minLength: 1, maxLength: 4 })
  .map((lists) =>
    lists.map((wishes, at) => {
      const key = (one: (typeof wishes)[number]) =>
        [one.date ?? `${one.number} ${one.dateText}`, one.vaccine?.toLowerCase()].join();
      return record(`r${at}`, ...new Map(wishes.map((one) => [key(one), one])).values());
    }),
  );
const reply = fc.constantFrom("all", "none", "first", "last");

/** Answers every question of some records in one of the ways that its kind has. */
function answered(records: DosesOfRecord[], replies: string[]): DoseAnswers {
  const { questions } = unionOfDoses(records, {});
  return Object.fromEntries(
    questions.map(({ key, kind, doses }, at) => {
      const wish = replies[at % replies.length] ?? "all";
      if (wish === "all" || (kind === "noDay" && wish === "none")) return [key, wish];
      if (kind === "noDay") return [key, "all"];
      return [key, (wish === "last" ? doses.at(-1) : doses[0])?.id ?? "all"];
    }),
  );
}

describe("whatever the records tell", () => {
  const replies = fc.array(reply, { minLength: 1, maxLength: 5 });

  it("each dose is in one injection, or was set aside by an answer: none is lost, none is doubled", () => {
    fc.assert(
      fc.property(someRecords, replies, (records, wishes) => {
        const union = unionOfDoses(records, answered(records, wishes));
        const found = [...union.doses.flatMap((one) => one.from), ...union.setAside];
        const all = records.flatMap((one) => one.doses.map(({ id }) => id));
        expect(found.sort()).toEqual(all.sort());
        expect(union.open).toEqual([]);
      }),
    );
  });

  it("no two injections are of one day and vaccine, and no day is emptied by an answer", () => {
    fc.assert(
      fc.property(someRecords, replies, (records, wishes) => {
        const { doses } = unionOfDoses(records, answered(records, wishes));
        const dated = doses.filter((one) => one.date !== null);
        const keys = dated.map((one) => `${one.date} ${one.vaccine?.toLowerCase()}`);
        expect(new Set(keys).size).toBe(keys.length);
        const days = new Set(records.flatMap((one) => one.doses.flatMap(({ date }) => date ?? [])));
        expect(new Set(dated.map((one) => one.date))).toEqual(days);
      }),
    );
  });

  it("without an answer nothing is set aside", () => {
    fc.assert(
      fc.property(someRecords, (records) => {
        const union = unionOfDoses(records, {});
        expect(union.setAside).toEqual([]);
        expect(union.open).toEqual(union.questions.map(({ key }) => key));
      }),
    );
  });

  it("the order of the records changes nothing", () => {
    fc.assert(
      fc.property(someRecords, replies, (records, wishes) => {
        const answers = answered(records, wishes);
        const sets = (of: DosesOfRecord[]) =>
          unionOfDoses(of, answers)
            .doses.map((one) => [...one.from].sort().join())
            .sort();
        expect(sets([...records].reverse())).toEqual(sets(records));
      }),
    );
  });
});
