import "server-only";
import { z } from "zod";
import { canDo, type Role } from "@/lib/domain/access/roles";
import { canManage, NewOfficer, type OfficerDraft } from "@/lib/domain/officers/new-officer";
import { draftOfLine, LIST_COLUMNS, type ListColumn } from "@/lib/domain/officers/officer-list";
import { type CommandContext, command } from "@/lib/server/core/command";
import { AppError, found } from "@/lib/server/core/error";
import { listUnitsOfArea } from "./sql";
import { checkDrafts, insertOfficer, type MadeOfficer, makeInvite } from "./writes";

type Place = (draft: number, field: string) => (string | number)[];

/** Makes every account or none: a refusal names each field that can't stand. */
async function makeAll(
  ctx: CommandContext,
  drafts: OfficerDraft[],
  place: Place,
): Promise<MadeOfficer[]> {
  const units = await checkDrafts(ctx, drafts);
  const issues = drafts.flatMap(({ problems }, at) =>
    problems.map(({ field, code }) => ({
      code: "custom" as const,
      path: place(at, field),
      message: code,
      input: null,
    })),
  );
  if (issues.length > 0) throw new z.ZodError(issues);
  const made: MadeOfficer[] = [];
  for (const { officer } of drafts) {
    const unit = officer && units.get(officer.unitId);
    if (unit) made.push(await insertOfficer(ctx, officer, unit));
  }
  return made;
}

/** Makes one account in the actor's area and gives the secret of its one-time link. */
export const createOfficer = command({
  name: "officer.create",
  permission: "officer:create",
  input: NewOfficer,
  async run(ctx, input) {
    const drafts = [{ officer: input, problems: [] }];
    const made = found((await makeAll(ctx, drafts, (_, field) => [field]))[0]);
    const detail = { role: input.role };
    return { data: made, audit: { entity: "officer", entityId: made.officerId, detail } };
  },
});

export const MOST_AT_ONCE = 500;

const Line = z.object({
  line: z.number().int(),
  ...(Object.fromEntries(LIST_COLUMNS.map((column) => [column, z.string().max(200)])) as Record<
    ListColumn,
    z.ZodString
  >),
});

/** Which column of a list a field came from. */
const COLUMN_OF: Record<string, ListColumn> = {
  unitId: "unit",
  hamletName: "hamlet",
  hamletId: "hamlet",
};

/**
 * Many accounts from a list as `readOfficerList` gives it: all or none, so that a list can be mended
 * and sent again. A refusal has the fields "lines.<index>.<column>".
 */
export const createOfficers = command({
  name: "officer.createMany",
  permission: "officer:create",
  input: z.object({ lines: z.array(Line).min(1, "listEmpty").max(MOST_AT_ONCE, "listLong") }),
  async run(ctx, { lines }) {
    const units = await listUnitsOfArea(ctx.sql);
    const drafts = lines.map((line) => draftOfLine(line, units));
    const made = await makeAll(ctx, drafts, (at, field) => [
      "lines",
      at,
      COLUMN_OF[field] ?? field,
    ]);
    return { data: made, audit: { entity: "officer", detail: { created: made.length } } };
  },
});

/**
 * The role of an account that the actor may manage. Whoever could give a link to an account above
 * their own could take it over.
 */
async function requireManaged({ sql, actor }: CommandContext, officerId: string): Promise<Role> {
  if (officerId === actor.officerId) throw new AppError("RULE", "notYourself");
  const rows = await sql<{ role: Role }>("select role from officer where id = $1", [officerId]);
  const { role } = found(rows[0]);
  if (!canManage(actor.role, role)) throw new AppError("RULE", "roleNotYours");
  return role;
}

const OfficerVersion = z.object({ officerId: z.uuid(), version: z.coerce.number().int() });

/** Disabling ends the officer's sessions at once; enabling lets them sign in again. */
export const setOfficerDisabled = command({
  name: "officer.setDisabled",
  permission: "officer:disable",
  input: OfficerVersion.extend({ disabled: z.boolean() }),
  async run(ctx, { officerId, version, disabled }) {
    await requireManaged(ctx, officerId);
    const changed = await ctx.sql(
      `update officer set disabled_at = case when $3 then now() end, version = version + 1
       where id = $1 and version = $2 returning id`,
      [officerId, version, disabled],
    );
    if (changed.length === 0) throw new AppError("CONFLICT", "race");
    if (disabled) await ctx.sql("select sessions_end_of($1)", [officerId]);
    return { data: null, audit: { entity: "officer", entityId: officerId, detail: { disabled } } };
  },
});

/** Whether an officer approves what others have corrected, besides their own work. */
export const setOfficerApprover = command({
  name: "officer.setApprover",
  permission: "officer:create",
  input: OfficerVersion.extend({ approver: z.boolean() }),
  async run(ctx, { officerId, version, approver }) {
    const role = await requireManaged(ctx, officerId);
    if (!canDo(role, "task:approve")) throw new AppError("RULE", "roleNoApproval");
    const changed = await ctx.sql(
      "update officer set approver = $3, version = version + 1 where id = $1 and version = $2 returning id",
      [officerId, version, approver],
    );
    if (changed.length === 0) throw new AppError("CONFLICT", "race");
    return { data: null, audit: { entity: "officer", entityId: officerId, detail: { approver } } };
  },
});

/** A new one-time link, for a forgotten password; the old link stops working. */
export const inviteOfficer = command({
  name: "officer.invite",
  permission: "officer:create",
  input: z.object({ officerId: z.uuid() }),
  async run(ctx, { officerId }) {
    await requireManaged(ctx, officerId);
    const open = await ctx.sql("select 1 from officer where id = $1 and disabled_at is null", [
      officerId,
    ]);
    // The page offers no link for a locked account, so somebody locked it meanwhile.
    if (open.length === 0) throw new AppError("CONFLICT", "race");
    const token = await makeInvite(ctx, officerId);
    return { data: { token }, audit: { entity: "officer", entityId: officerId } };
  },
});
