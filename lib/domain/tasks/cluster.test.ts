import { describe, expect, it } from "vitest";
import { type FoundCluster, readClusterKey, withoutRepeats, writeClusterKey } from "./cluster";

const ID = "019ac000-0000-7000-8000-000000000001";
const cause = { kind: "cause", force: "health", field: "birthDate", level: "swapped" } as const;

describe("the name of a cluster", () => {
  it.each([{ ...cause, anchor: null }, { ...cause, kind: "phone", anchor: ID } as const])(
    "is read back as it was written",
    (key) => {
      expect(readClusterKey(writeClusterKey(key))).toEqual(key);
    },
  );

  it.each([
    "",
    "cause",
    "cause.health.birthDate",
    "cause.health.birthDate.sw apped",
    "cause.health.address.swapped",
    "cause.mayor.birthDate.swapped",
    `cause.health.birthDate.swapped.${ID}`,
    "batch.health.birthDate.swapped",
    "batch.health.birthDate.swapped.0912345678",
    `batch.health.birthDate.swapped.${ID}.more`,
  ])("is nothing else: %j", (text) => {
    expect(readClusterKey(text)).toBeNull();
  });
});

describe("clusters that repeat each other", () => {
  const found = (kind: FoundCluster["kind"], count: number): FoundCluster => ({
    ...cause,
    kind,
    anchor: kind === "cause" ? null : ID,
    mainClass: "swapped_date",
    count,
  });

  it("are left out where they hold all of the cause's tasks", () => {
    const kept = withoutRepeats([found("batch", 40), found("phone", 12), found("cause", 40)]);
    expect(kept.map(({ kind, count }) => `${kind} ${count}`)).toEqual(["cause 40", "phone 12"]);
  });
});
