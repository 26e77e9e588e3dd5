import { describe, expect, test } from "vitest";
import { levelOrder } from "./estimate/level-order";
import { CURRENT_MODEL, MODEL_V1 } from "./model";
import { parseModel } from "./model-schema";
import { IDENTITY_FIELDS } from "./vocabulary";

describe("the fitted model that is built in", () => {
  test("has exactly the levels that the engine finds: after a change of levels, fit it again", () => {
    const read = parseModel(JSON.parse(JSON.stringify(CURRENT_MODEL)));
    expect(read).toMatchObject({ ok: true });
  });

  test("treats every level as the hand-set model does; only weights differ", () => {
    for (const field of IDENTITY_FIELDS) {
      for (const [name, level] of Object.entries(MODEL_V1.fields[field])) {
        const { class: kind, harmless, repair } = CURRENT_MODEL.fields[field][name] ?? level;
        expect([field, name, kind, harmless, repair]).toEqual([
          field,
          name,
          level.class,
          level.harmless,
          level.repair,
        ]);
      }
    }
  });

  test("keeps its thresholds under the ceiling that they were chosen for", () => {
    const { calibration } = CURRENT_MODEL;
    expect(calibration?.ceiling).toBeLessThanOrEqual(0.0005);
    expect(calibration?.confidence).toBeGreaterThanOrEqual(0.95);
    expect(calibration?.upper).toBeLessThanOrEqual(calibration?.ceiling ?? 0);
    expect(CURRENT_MODEL.acceptScore).toBeGreaterThan(CURRENT_MODEL.openFactor);
  });

  test.each(IDENTITY_FIELDS)("weighs better agreement of %s no less than worse", (field) => {
    const levels = CURRENT_MODEL.fields[field];
    for (const bits of [7, 11, 15, 18]) {
      const points = (name: string) =>
        (levels[name]?.weight ?? 0) + (levels[name]?.share ?? 0) * bits;
      for (const [better, worse] of levelOrder(CURRENT_MODEL, field)) {
        // Weights are rounded to a tenth each.
        expect(points(better) - points(worse), `${better} against ${worse}`).toBeGreaterThan(-0.15);
      }
    }
  });

  test("says of every weight how often it was seen", () => {
    for (const field of IDENTITY_FIELDS) {
      for (const level of Object.values(CURRENT_MODEL.fields[field])) {
        if (level.class !== "missing") expect(level.seen).toBeGreaterThanOrEqual(0);
      }
    }
  });
});
