import { describe, expect, test } from "vitest";
import { compareIdentity } from "./compare-identity";
import { matchRecord } from "./decide";
import { MODEL_V1 } from "./model";
import { aPerson, aRecord } from "./people.fixture";
import { scoreCandidate } from "./score";
import type { MatchModel } from "./vocabulary";

function score(fullName: string, registryName = fullName, model: MatchModel = MODEL_V1) {
  return scoreCandidate(aRecord({ fullName }), aPerson({ fullName: registryName }), model);
}

test("the score is the sum of what the fields say", () => {
  const scored = score("NGUYEN THI HOA", "Nguyễn Thị Hòa");
  const sum = scored.fields.reduce((total, field) => total + field.points, 0);
  expect(scored.points).toBeCloseTo(sum, 5);
  expect(scored.fields).toEqual(
    compareIdentity(aRecord({ fullName: "NGUYEN THI HOA" }), aPerson(), MODEL_V1),
  );
});

describe("a name weighs what it tells", () => {
  const points = (mine: string, theirs = mine) => score(mine, theirs).fields[0]?.points ?? 0;
  test("a rare one more than a common one", () => {
    expect(points("Quách Thị Nhài")).toBeGreaterThan(points("Nguyễn Thị Hòa") + 5);
  });
  test("with its marks more than without", () => {
    expect(points("Lê Văn Hùng")).toBeGreaterThan(points("LE VAN HUNG", "Lê Văn Hùng"));
    expect(points("LE VAN HUNG", "Lê Văn Hùng")).toBeGreaterThan(
      points("Lê Văn Hưng", "Lê Văn Hùng"),
    );
  });
});

test("a difference that is not harmless keeps even the rarest name under the threshold", () => {
  const rare = "Kpă Ksor Quách Nhài";
  const scored = scoreCandidate(
    aRecord({ fullName: rare, birthDate: "12/08/1985" }),
    aPerson({ fullName: rare }),
    MODEL_V1,
  );
  expect(scored.score).toBeLessThan(MODEL_V1.acceptScore);
  expect(score(rare).score).toBeGreaterThan(MODEL_V1.acceptScore);
});

test("a model that was stored as JSON decides the same", () => {
  const stored = JSON.parse(JSON.stringify(MODEL_V1)) as MatchModel;
  const records = [aRecord(), aRecord({ birthDate: "03/12/1985" }), aRecord({ idNumber: null })];
  for (const record of records) {
    expect(JSON.stringify(matchRecord(record, [aPerson()], stored))).toBe(
      JSON.stringify(matchRecord(record, [aPerson()], MODEL_V1)),
    );
  }
});

test("a stricter model refuses what this one accepts", () => {
  const strict: MatchModel = { ...MODEL_V1, prior: -60 };
  expect(matchRecord(aRecord(), [aPerson()], strict).rule).toBe("low_score");
});
