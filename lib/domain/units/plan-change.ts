import {
  type ChangeTarget,
  type NewCommune,
  type UnitChangeRequest,
  unitsOfChange,
} from "./change";
import { type Unit, unitId } from "./unit";
import { foldUnitName } from "./unit-name";

/** A commune to make; its path follows from its parent. */
export interface MadeCommune {
  id: string;
  code: string;
  name: string;
  folded_name: string;
  parent_id: string;
}

/** A change as the database's functions apply it: ids only. */
export interface UnitChangePlan {
  makes: MadeCommune[];
  closes: { id: string }[];
  steps: { old: string; new: string; relation: "full" | "partial" }[];
  /** everything of `from` goes to `to` */
  moves: { from: string; to: string }[];
  split: {
    from: string;
    around: string;
    heir: string;
    hamlets: { hamlet: string; to: string }[];
  } | null;
}

export type Planned = { ok: true; plan: UnitChangePlan } | { ok: false; reason: ChangeRefusal };

/** Why a change can't be: each is a sentence in errors.json. */
export type ChangeRefusal =
  | "changeNotCommunes"
  | "changeProvinces"
  | "changeTooEarly"
  | "changeCodeTaken"
  | "changeNothing"
  | "changePartUnknown";

export interface PlanOf {
  /** the units that the request names, by id */
  units: ReadonlyMap<string, Unit>;
  /** all ids of today's tree that begin like one that may be made: an id is never used twice */
  takenIds: ReadonlySet<string>;
  /** codes of communes in force, with who has them */
  codes: ReadonlyMap<string, string>;
  /** the first day of the new units, yyyy-MM-dd */
  on: string;
}

class Refused extends Error {
  constructor(readonly reason: ChangeRefusal) {
    super(reason);
  }
}

function refuse(reason: ChangeRefusal): never {
  throw new Refused(reason);
}

function inForce(id: string, level: Unit["level"], of: PlanOf): Unit {
  const unit = of.units.get(id);
  const good = unit && unit.level === level && unit.validTo === null;
  return good ? unit : refuse("changeNotCommunes");
}

/** An id that nobody has had: the code's own, or the same with the day of the change behind it. */
function idFor(code: string, from: Unit, of: PlanOf): string {
  const plain = code === from.code ? (from.id.split("-")[0] ?? from.id) : unitId("today", code);
  const dated = `${plain}-${of.on.replaceAll("-", "")}`;
  const free = [plain, dated].find((id) => !of.takenIds.has(id));
  return free ?? refuse("changeTooEarly");
}

interface Making extends PlanOf {
  /** communes that are closed by the change, whose codes are free again */
  closed: readonly Unit[];
  parent: string;
}

function make({ name, code }: NewCommune, of: Making): MadeCommune {
  const holder = of.codes.get(code);
  if (holder && !of.closed.some(({ id }) => id === holder)) refuse("changeCodeTaken");
  const from = of.closed.find((unit) => unit.code === code) ?? of.closed[0];
  if (!from) refuse("changeNothing");
  return {
    id: idFor(code, from, of),
    code,
    name: name.normalize("NFC"),
    folded_name: foldUnitName(name),
    parent_id: of.parent,
  };
}

function target(asked: ChangeTarget, of: Making): { id: string; makes: MadeCommune[] } {
  if (!("unitId" in asked)) {
    const made = make(asked, of);
    return { id: made.id, makes: [made] };
  }
  const unit = inForce(asked.unitId, "commune", of);
  if (unit.parentId !== of.parent) refuse("changeProvinces");
  return { id: unit.id, makes: [] };
}

function whole(moves: UnitChangePlan["moves"], makes: MadeCommune[]): UnitChangePlan {
  return {
    makes,
    closes: moves.map(({ from }) => ({ id: from })),
    steps: moves.map(({ from, to }) => ({ old: from, new: to, relation: "full" as const })),
    moves,
    split: null,
  };
}

function planSplit(
  request: UnitChangeRequest & { kind: "split" },
  of: Making,
  from: Unit,
): UnitChangePlan {
  const parts = request.parts.map((part) => target(part, of));
  const idOf = (at: number) => parts[at]?.id ?? refuse("changePartUnknown");
  if (new Set(parts.map(({ id }) => id)).size < parts.length) refuse("changeCodeTaken");
  if (parts.some(({ id }) => id === from.id)) refuse("changeNothing");
  return {
    makes: parts.flatMap(({ makes }) => makes),
    closes: [{ id: from.id }],
    steps: parts.map(({ id }) => ({ old: from.id, new: id, relation: "partial" as const })),
    moves: [],
    split: {
      from: from.id,
      around: of.parent,
      heir: idOf(request.heir),
      hamlets: request.hamlets.map(({ hamlet, part }) => ({ hamlet, to: idOf(part) })),
    },
  };
}

function planMerge(request: UnitChangeRequest & { kind: "merge" }, of: Making): UnitChangePlan {
  const { id, makes } = target(request.into, of);
  const going = of.closed.filter((unit) => unit.id !== id);
  if (going.length === 0) refuse("changeNothing");
  return whole(
    going.map((unit) => ({ from: unit.id, to: id })),
    makes,
  );
}

function planProvince(
  request: UnitChangeRequest & { kind: "province" },
  of: Making,
): UnitChangePlan {
  const province = inForce(request.province, "province", of);
  if (of.closed.some((unit) => unit.parentId === province.id)) refuse("changeNothing");
  const makes = of.closed.map((unit) =>
    make({ name: unit.name, code: unit.code }, { ...of, closed: [unit], parent: province.id }),
  );
  const moves = of.closed.map((unit, at) => ({ from: unit.id, to: makes[at]?.id ?? "" }));
  return whole(moves, makes);
}

function planOf(request: UnitChangeRequest, of: PlanOf): UnitChangePlan {
  const closed = unitsOfChange(request).map((id) => inForce(id, "commune", of));
  const [first] = closed;
  if (!first) refuse("changeNothing");
  const parent = first.parentId ?? refuse("changeNotCommunes");
  if (request.kind !== "province" && closed.some((unit) => unit.parentId !== parent)) {
    refuse("changeProvinces");
  }
  const making = { ...of, closed, parent };
  if (request.kind === "merge") return planMerge(request, making);
  if (request.kind === "province") return planProvince(request, making);
  if (request.kind === "split") return planSplit(request, making, first);
  if (request.into.name === first.name && request.into.code === first.code) refuse("changeNothing");
  const made = make(request.into, making);
  return whole([{ from: first.id, to: made.id }], [made]);
}

/**
 * What a change does to the units in force: which rows are made, closed and followed by which, and whose
 * rows go where. A unit ends the day before the change; one that began on that day or later is refused.
 */
export function planChange(request: UnitChangeRequest, of: PlanOf): Planned {
  try {
    const plan = planOf(request, of);
    const early = plan.closes.some(({ id }) => (of.units.get(id)?.validFrom ?? of.on) >= of.on);
    return early ? { ok: false, reason: "changeTooEarly" } : { ok: true, plan };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.reason };
    throw error;
  }
}
