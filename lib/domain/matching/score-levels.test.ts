import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareIdentity } from "./compare-identity";
import { CURRENT_MODEL } from "./model";
import { scoreCandidate } from "./score";
import { type ScoreKit, scoreKitOf } from "./score-kit";
import { scoreLevels } from "./score-levels";
import { typedLevel } from "./typed-level";
import {
  type Candidate,
  IDENTITY_FIELDS,
  type IdentityField,
  type MatchSubject,
} from "./vocabulary";

const person: Candidate = {
  personId: "p1",
  oldIds: [],
  fullName: "Nguyễn Thị Hòa",
  birthDate: { value: "1985-03-12", precision: "day" },
  sex: "female",
  idNumber: "079185001234",
};
const record: MatchSubject = {
  fullName: "Nguyễn Thị Hòa",
  birthDate: { value: "1985-08-12", precision: "day" },
  sex: "female",
  idNumber: "079185001234",
  foreign: false,
};

function kitFor(subject: MatchSubject): ScoreKit {
  const kit = scoreKitOf(person, compareIdentity(subject, person, CURRENT_MODEL), CURRENT_MODEL);
  if (!kit) throw new Error("no kit");
  return kit;
}

describe("the kit of a browser", () => {
  it("says nothing of who the person is", () => {
    const sent = JSON.stringify(kitFor(record));
    for (const secret of ["Hòa", "1985", "079185001234"]) expect(sent).not.toContain(secret);
  });

  it("is not made of levels that the model in use does not know", () => {
    const compared = compareIdentity(record, person, CURRENT_MODEL);
    const strange = compared.map((one) => ({ ...one, level: "of_another_model" }));
    expect(scoreKitOf(person, strange, CURRENT_MODEL)).toBeNull();
  });
});

describe("a score in the browser", () => {
  it("names the one field that is enough, and nothing once it is settled", () => {
    const kit = kitFor(record);
    const open = scoreLevels(kit, kit.compared);
    expect(open.settlingField).toBe("birthDate");
    expect(open.score).toBeLessThan(CURRENT_MODEL.acceptScore);
    const settled = scoreLevels(kit, { ...kit.compared, birthDate: kit.agreed.birthDate });
    expect(settled.settlingField).toBeNull();
    expect(settled.score).toBeGreaterThanOrEqual(CURRENT_MODEL.acceptScore);
  });

  const subjects = fc.record({
    fullName: fc.constantFrom("Nguyễn Thị Hòa", "NGUYEN THI HOA", "Nguyễn Thị Hoa", "Lê Văn Nam"),
    birthDate: fc.constantFrom(
      { value: "1985-03-12", precision: "day" as const },
      { value: "1985-12-03", precision: "day" as const },
      { value: "1985-01-01", precision: "year" as const },
      { value: "1990-07-30", precision: "day" as const },
      null,
    ),
    sex: fc.constantFrom("female" as const, null),
    idNumber: fc.constantFrom("079185001234", "79185001234", "079185001235", null),
    foreign: fc.constant(false),
  });
  const taken = fc.uniqueArray(fc.constantFrom(...IDENTITY_FIELDS), { maxLength: 4 });

  it("is the engine's own, whichever values are taken over from the registry", () => {
    fc.assert(
      fc.property(subjects, taken, (subject, fields: IdentityField[]) => {
        const kit = kitFor(subject);
        const levels = { ...kit.compared };
        for (const field of fields) levels[field] = kit.agreed[field];
        const values = Object.fromEntries(fields.map((field) => [field, person[field]]));
        const engine = scoreCandidate({ ...subject, ...values }, person, CURRENT_MODEL);
        expect(scoreLevels(kit, levels)).toMatchObject({
          score: engine.score,
          fields: engine.fields,
        });
      }),
    );
  });

  it("is the engine's own for what was typed", () => {
    const typed = { fullName: "nguyen thi hoa", birthDate: "12/3/1985" };
    const kit = kitFor(record);
    const level = (field: "fullName" | "birthDate", registry: string) =>
      typedLevel(field, { typed: typed[field], registry }, CURRENT_MODEL) ?? "";
    const levels = {
      ...kit.compared,
      fullName: level("fullName", "Nguyễn Thị Hòa"),
      birthDate: level("birthDate", "12/03/1985"),
    };
    const subject = { ...record, fullName: typed.fullName, birthDate: person.birthDate };
    const engine = scoreCandidate(subject, person, CURRENT_MODEL);
    expect(scoreLevels(kit, levels).score).toBe(engine.score);
  });
});

describe("what was typed", () => {
  it("can't be held against a number that is masked", () => {
    const beside = { typed: "079185001234", registry: "0791****1234" };
    expect(typedLevel("idNumber", beside, CURRENT_MODEL)).toBeNull();
  });

  it("is no date yet while somebody is still typing", () => {
    const beside = { typed: "12/0", registry: "12/03/1985" };
    expect(typedLevel("birthDate", beside, CURRENT_MODEL)).toBeNull();
  });

  it("is missing where nothing stands", () => {
    expect(typedLevel("fullName", { typed: " ", registry: "Lê An" }, CURRENT_MODEL)).toBe(
      "missing",
    );
  });
});
