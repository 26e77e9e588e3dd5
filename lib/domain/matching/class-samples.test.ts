import { expect, it } from "vitest";
import { CLASS_SAMPLES, EXPLAINED_CLASSES } from "./class-samples";
import { compareIdentity } from "./compare-identity";
import { CURRENT_MODEL } from "./model";
import { aPerson, aRecord } from "./people.fixture";
import { DIFFERENCE_CLASSES } from "./vocabulary";

it("has a sample of every class but the one that needs none, mildest first", () => {
  expect(["same", ...EXPLAINED_CLASSES]).toEqual([...DIFFERENCE_CLASSES]);
});

it.each(EXPLAINED_CLASSES)("the sample of %s is of that class for the engine itself", (kind) => {
  const { field, record, registry } = CLASS_SAMPLES[kind];
  const fields = compareIdentity(
    aRecord({ [field]: record }),
    aPerson({ [field]: registry }),
    CURRENT_MODEL,
  );
  expect(fields.find((one) => one.field === field)?.class).toBe(kind);
});
