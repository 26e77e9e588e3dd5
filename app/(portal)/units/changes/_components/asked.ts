import type { Params } from "@/components/data-table/href";
import { readDay } from "@/lib/domain/tasks/worksheet/day";
import type { UnitChangeKind } from "@/lib/domain/units/change";

export const KINDS: readonly UnitChangeKind[] = ["merge", "rename", "split", "province"];

/** The change that the address of the page says. */
export interface Asked {
  kind: UnitChangeKind;
  from: string;
  into: string;
  /** yyyy-MM-dd; "" while nothing is asked */
  on: string;
  /** what was written instead of a day */
  notADay: string;
  hamlets: Record<string, number>;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const HAMLET = "hamlet.";

/** Reads the address; a kind that it doesn't know is the first. */
export function askedOf(params: Params): Asked {
  const text = (name: string) => {
    const value = params[name];
    return typeof value === "string" ? value.slice(0, 20_000) : "";
  };
  const on = readDay(text("on").slice(0, 30)) ?? "";
  const kind = KINDS.find((one) => one === params.kind) ?? "merge";
  const hamlets = Object.keys(params).flatMap((name) => {
    const part = text(name);
    if (!name.startsWith(HAMLET) || !/^\d{1,2}$/.test(part)) return [];
    return [[name.slice(HAMLET.length), Number(part)] as const];
  });
  return {
    kind,
    from: text("from"),
    into: text("into"),
    on: DAY.test(on) ? on : "",
    notADay: DAY.test(on) ? "" : on,
    hamlets: Object.fromEntries(hamlets),
  };
}

/** The parts of a commune that is divided, as they were written. */
export function partsOf({ into }: Asked): string[] {
  return into
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
