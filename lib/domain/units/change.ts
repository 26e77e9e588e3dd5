import { z } from "zod";

const UnitId = z.string().min(1).max(40);
/** A commune that is made by a change: the name, and the code of the Statistics Office. */
const NewCommune = z.object({
  name: z.string().trim().min(3, "unitNameMissing").max(120),
  code: z
    .string()
    .trim()
    .regex(/^(\d{5}|t[0-9a-f]{10,})$/, "unitCodeShape"),
});
/** A commune that is there, or one to make. */
const Target = z.union([z.object({ unitId: UnitId }), NewCommune]);

/**
 * What an administrator asks for. `merge`: several communes become one, one of them or a new one.
 * `rename`: another name, or another code. `province`: communes pass to another province. `split`: a
 * commune is divided; `heir` is the place in `parts` of the office that its officers go to, `hamlets`
 * says to which part a hamlet goes with its people, the other people wait for a choice.
 */
export const UnitChangeRequest = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("merge"),
    units: z.array(UnitId).min(1, "unitMissing").max(50),
    into: Target,
  }),
  z.object({ kind: z.literal("rename"), unit: UnitId, into: NewCommune }),
  z.object({
    kind: z.literal("province"),
    units: z.array(UnitId).min(1, "unitMissing").max(500),
    province: UnitId,
  }),
  z.object({
    kind: z.literal("split"),
    unit: UnitId,
    parts: z.array(Target).min(2, "partsFew").max(20),
    heir: z.number().int().min(0).default(0),
    hamlets: z.array(z.object({ hamlet: z.uuid(), part: z.number().int().min(0) })).default([]),
  }),
]);
export type UnitChangeRequest = z.output<typeof UnitChangeRequest>;
export type UnitChangeKind = UnitChangeRequest["kind"];
export type ChangeTarget = z.output<typeof Target>;
export type NewCommune = z.output<typeof NewCommune>;

/** The ids of the communes that a change closes or whose rows it moves. */
export function unitsOfChange(request: UnitChangeRequest): string[] {
  if (request.kind === "merge" || request.kind === "province") return [...new Set(request.units)];
  return [request.unit];
}

/** Every unit that a request names: those, what they go into, and the province. */
export function unitsNamed(request: UnitChangeRequest): string[] {
  const targets =
    request.kind === "merge" ? [request.into] : request.kind === "split" ? request.parts : [];
  const there = targets.flatMap((target) => ("unitId" in target ? [target.unitId] : []));
  const province = request.kind === "province" ? [request.province] : [];
  return [...new Set([...unitsOfChange(request), ...there, ...province])];
}
