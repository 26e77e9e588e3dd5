import type pg from "pg";
import { randomSecret } from "../running/files";
import { Problem } from "../running/problem";
import { withConnection } from "./connection";

/** Group that migrations grant to: it can't log in, owns nothing, and row-level security binds it. */
export const APPLICATION_ROLE = "portal_app";

/** Makes the group. It must be there before the migrations, which name it. */
export async function ensureApplicationRole(owner: pg.Client): Promise<void> {
  const found = await owner.query("select from pg_roles where rolname = $1", [APPLICATION_ROLE]);
  if (found.rowCount === 0) await asRoleMaker(owner, `create role ${APPLICATION_ROLE} nologin`);
}

/**
 * Makes a login of the group with a new password, and returns it. The password is never kept: web
 * and worker get it from this start and a later start makes another.
 */
export async function makeLogin(owner: pg.Client, name: string): Promise<string> {
  const password = randomSecret();
  const found = await owner.query("select from pg_roles where rolname = $1", [name]);
  const verb = found.rowCount === 0 ? "create" : "alter";
  await asRoleMaker(
    owner,
    `${verb} role ${name} login inherit password ${owner.escapeLiteral(password)}`,
  );
  await asRoleMaker(owner, `grant ${APPLICATION_ROLE} to ${name}`);
  return password;
}

/** Throws unless a login given from outside is of the group and bound by row-level security. */
export async function checkLogin(url: string): Promise<void> {
  const name = "APP_DATABASE_URL";
  const [role] = await withConnection(
    url,
    async (client) => (await client.query<Rights>(RIGHTS)).rows,
    name,
  );
  if (!role) throw new Problem("database.badAddress", { name });
  const { user, free, owns, belongs } = role;
  if (free || owns) throw new Problem("database.loginTooStrong", { user });
  if (!belongs) throw new Problem("database.loginOutside", { user, role: APPLICATION_ROLE });
}

interface Rights {
  user: string;
  free: boolean;
  owns: boolean;
  belongs: boolean;
}

const RIGHTS = `
  select current_user as user, rolsuper or rolbypassrls as free,
    exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relowner = r.oid and n.nspname in ('public', 'pgboss')) as owns,
    pg_has_role(r.oid, '${APPLICATION_ROLE}', 'usage') as belongs
  from pg_roles r where rolname = current_user`;

async function asRoleMaker(owner: pg.Client, statement: string): Promise<void> {
  try {
    await owner.query(statement);
  } catch (error) {
    if ((error as pg.DatabaseError).code !== "42501") throw error;
    throw new Problem(
      "database.noRoles",
      { user: owner.user ?? "", role: APPLICATION_ROLE },
      { cause: error },
    );
  }
}
