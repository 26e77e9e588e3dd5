import "server-only";
import {
  INVITE_HOURS,
  type NewOfficer,
  type OfficerDraft,
  placeProblem,
} from "@/lib/domain/officers/new-officer";
import type { CommandContext } from "@/lib/server/core/command";
import { AppError } from "@/lib/server/core/error";
import { hashToken, newId, newToken } from "@/lib/server/core/id";
import { hamletNamed } from "@/lib/server/units/hamlets";
import { listForeignHamlets, listTakenUsernames, listUnitsById, type UnitRow } from "./sql";

/** An account that was made, and the secret of its one-time link, which is never stored. */
export interface MadeOfficer {
  officerId: string;
  username: string;
  fullName: string;
  unitName: string;
  token: string;
}

/**
 * Adds to each draft what only the database knows: units outside the area, names that are taken.
 * Answers with the units of those drafts that can be made.
 */
export async function checkDrafts(
  ctx: CommandContext,
  drafts: OfficerDraft[],
): Promise<Map<string, UnitRow>> {
  const officers = drafts.flatMap(({ officer }) => officer ?? []);
  const units = await listUnitsById(
    ctx.sql,
    officers.map((officer) => officer.unitId),
  );
  const taken = await listTakenUsernames(
    ctx.sql,
    officers.map((officer) => officer.username),
  );
  const foreign = await listForeignHamlets(ctx.sql, officers);
  const seen = new Set<string>();
  for (const { officer, problems } of drafts) {
    if (!officer) continue;
    const problem = placeProblem(officer, units.get(officer.unitId) ?? null, ctx.actor.role);
    if (problem) problems.push(problem);
    else if (foreign.has(officer.hamletId ?? ""))
      problems.push({ field: "hamletName", code: "hamletMissing" });
    if (taken.has(officer.username)) problems.push({ field: "username", code: "usernameTaken" });
    if (seen.has(officer.username)) problems.push({ field: "username", code: "usernameTwice" });
    seen.add(officer.username);
  }
  return units;
}

/** Writes one account that was checked, with a one-time link for its first password. */
export async function insertOfficer(
  ctx: CommandContext,
  officer: NewOfficer,
  unit: UnitRow,
): Promise<MadeOfficer> {
  const { username, fullName, role } = officer;
  const id = newId();
  await ctx.sql(
    `insert into officer (id, username, full_name, role, unit_id, unit_path, hamlet_id, created_by_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      id,
      username,
      fullName,
      role,
      unit.id,
      unit.path,
      await hamletOf(ctx, officer, unit),
      ctx.actor.officerId,
    ],
  );
  return {
    officerId: id,
    username,
    fullName,
    unitName: unit.name,
    token: await makeInvite(ctx, id),
  };
}

/** The hamlet of a hamlet team; a name that the commune hasn't used yet becomes a hamlet of it. */
async function hamletOf(
  { sql }: CommandContext,
  officer: NewOfficer,
  unit: UnitRow,
): Promise<string | null> {
  if (officer.role !== "hamlet") return null;
  if (officer.hamletId) return officer.hamletId;
  return hamletNamed(sql, unit, officer.hamletName ?? "");
}

/** A new one-time link; the one before stops working. */
export async function makeInvite({ sql }: CommandContext, officerId: string): Promise<string> {
  const token = newToken();
  const rows = await sql<{ made: boolean }>("select invite_create($1, $2, $3) as made", [
    officerId,
    hashToken(token),
    INVITE_HOURS,
  ]);
  if (!rows[0]?.made) throw new AppError("NOT_FOUND");
  return token;
}
