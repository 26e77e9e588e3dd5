import "server-only";
import { z } from "zod";
import { CREATES, ROLE_LEVELS, ROLES, type UnitLevel } from "@/lib/domain/access/roles";
import { type CommandContext, command } from "@/lib/server/core/command";
import { AppError, found } from "@/lib/server/core/error";
import { hashToken, newId, newToken } from "@/lib/server/core/id";

export const INVITE_HOURS = 72;

export const NewOfficer = z.object({
  username: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._-]{2,59}$/, "usernameShape"),
  fullName: z.string().trim().min(2, "nameMissing").max(100),
  role: z.enum(ROLES),
  unitId: z.string().min(1, "unitMissing").max(20),
  hamletId: z.uuid().nullish(),
});
export type NewOfficer = z.output<typeof NewOfficer>;

interface UnitRow {
  id: string;
  path: string;
  level: UnitLevel;
}

/** Officers are made within the maker's own area, and only of roles that the maker may make. */
async function unitFor(ctx: CommandContext, officer: NewOfficer): Promise<UnitRow> {
  const rows = await ctx.sql<UnitRow>(
    `select id, path, level from unit where id = $1 and valid_to is null
       and path >= current_setting('app.scope_from', true) and path < current_setting('app.scope_to', true)`,
    [officer.unitId],
  );
  const unit = found(rows[0]);
  if (!CREATES[ctx.actor.role].includes(officer.role)) throw new AppError("RULE", "roleNotYours");
  if (!ROLE_LEVELS[officer.role].includes(unit.level)) throw new AppError("RULE", "roleLevel");
  if (officer.role === "hamlet" && !officer.hamletId) throw new AppError("RULE", "hamletMissing");
  return unit;
}

async function invite(ctx: CommandContext, officerId: string): Promise<string> {
  const token = newToken();
  const rows = await ctx.sql<{ made: boolean }>("select invite_create($1, $2, $3) as made", [
    officerId,
    hashToken(token),
    INVITE_HOURS,
  ]);
  if (!rows[0]?.made) throw new AppError("NOT_FOUND");
  return token;
}

/** Writes one officer and gives the token of the one-time link for the first password. */
async function create(ctx: CommandContext, officer: NewOfficer) {
  const unit = await unitFor(ctx, officer);
  const taken = await ctx.sql(
    "select 1 from sign_in_lookup($1) where officer_id is not null",
    [officer.username],
  );
  if (taken.length > 0) throw new AppError("RULE", "usernameTaken", { name: officer.username });
  const id = newId();
  await ctx.sql(
    `insert into officer (id, username, full_name, role, unit_id, unit_path, hamlet_id, created_by_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      id,
      officer.username,
      officer.fullName,
      officer.role,
      unit.id,
      unit.path,
      officer.hamletId ?? null,
      ctx.actor.officerId,
    ],
  );
  return { officerId: id, username: officer.username, token: await invite(ctx, id) };
}

export const createOfficer = command({
  name: "officer.create",
  permission: "officer:create",
  input: NewOfficer,
  async run(ctx, input) {
    const made = await create(ctx, input);
    return {
      data: made,
      audit: { entity: "officer", entityId: made.officerId, detail: { role: input.role } },
    };
  },
});

const MOST_AT_ONCE = 500;

/** Many officers from a list: all or none, so that a list can be mended and sent again. */
export const createOfficers = command({
  name: "officer.createMany",
  permission: "officer:create",
  input: z.object({ officers: z.array(NewOfficer).min(1).max(MOST_AT_ONCE) }),
  async run(ctx, { officers }) {
    const made = [];
    for (const officer of officers) made.push(await create(ctx, officer));
    return { data: made, audit: { entity: "officer", detail: { created: made.length } } };
  },
});

const OfficerVersion = z.object({ officerId: z.uuid(), version: z.coerce.number().int() });

/** Disabling ends the officer's sessions at once; enabling lets them sign in again. */
export const setOfficerDisabled = command({
  name: "officer.setDisabled",
  permission: "officer:disable",
  input: OfficerVersion.extend({ disabled: z.boolean() }),
  async run({ sql, actor }, { officerId, version, disabled }) {
    if (officerId === actor.officerId) throw new AppError("RULE", "notYourself");
    found((await sql("select 1 from officer where id = $1", [officerId]))[0]);
    const changed = await sql(
      `update officer set disabled_at = case when $3 then now() end, version = version + 1
       where id = $1 and version = $2 returning id`,
      [officerId, version, disabled],
    );
    if (changed.length === 0) throw new AppError("CONFLICT", "race");
    if (disabled) await sql("select sessions_end_of($1)", [officerId]);
    return { data: null, audit: { entity: "officer", entityId: officerId, detail: { disabled } } };
  },
});

/** A new one-time link, for a forgotten password; the old link stops working. */
export const inviteOfficer = command({
  name: "officer.invite",
  permission: "officer:create",
  input: z.object({ officerId: z.uuid() }),
  async run(ctx, { officerId }) {
    found((await ctx.sql("select 1 from officer where id = $1", [officerId]))[0]);
    const token = await invite(ctx, officerId);
    return { data: { token }, audit: { entity: "officer", entityId: officerId } };
  },
});
