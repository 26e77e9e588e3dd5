import { createHash, randomBytes } from "node:crypto";
import { hash } from "@node-rs/argon2";
import type pg from "pg";
import { v7 } from "uuid";
import type { Actor } from "@/lib/domain/access/actor";
import type { Role, UnitLevel } from "@/lib/domain/access/roles";
import { NATION_CODE, nationId, TODAY_FROM } from "@/lib/domain/units/unit";
import { foldUnitName } from "@/lib/domain/units/unit-name";

/** The owner's connection: factories write where the portal itself could not. */
export type Owner = Pick<pg.ClientBase, "query">;

export interface MadeUnit {
  id: string;
  code: string;
  name: string;
  level: UnitLevel;
  path: string;
}

export interface MadeCommune extends MadeUnit {
  province: MadeUnit;
}

/** A few letters that no other unit or officer of the database has. */
function unique(): string {
  return randomBytes(5).toString("hex");
}

/** Any unit of today, below `parent`. */
export async function makeUnit(
  owner: Owner,
  { level, name, parent }: { level: UnitLevel; name: string; parent: MadeUnit },
): Promise<MadeUnit> {
  const id = `t${unique()}`;
  const unit = { id, code: id, name, level, path: `${parent.path}${id}.` };
  await owner.query(
    `insert into unit (id, code, name, folded_name, level, parent_id, valid_from, path)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, id, name, foldUnitName(name), level, parent.id, TODAY_FROM, unit.path],
  );
  return unit;
}

/** The nation, which every other unit lies below; made where the units were not loaded. */
export async function makeNation(owner: Owner): Promise<MadeUnit> {
  const id = nationId("today");
  const { rows } = await owner.query<MadeUnit>(
    `insert into unit (id, code, name, folded_name, level, valid_from, path)
     values ($1, $2, $3, $3, 'nation', $4, $5)
     on conflict (id) do update set code = excluded.code
     returning id, code, name, level, path`,
    [id, NATION_CODE, "Việt Nam", TODAY_FROM, `${id}.`],
  );
  return rows[0] as MadeUnit;
}

/** A province of its own, so that nobody else's province officer sees what a test makes. */
export async function makeProvince(owner: Owner): Promise<MadeUnit> {
  const parent = await makeNation(owner);
  return makeUnit(owner, { level: "province", name: `Tỉnh Thử ${unique()}`, parent });
}

/** A commune of today, in a province of its own unless one is given. */
export async function makeCommune(owner: Owner, province?: MadeUnit): Promise<MadeCommune> {
  const parent = province ?? (await makeProvince(owner));
  const unit = await makeUnit(owner, { level: "commune", name: `Xã Thử ${unique()}`, parent });
  return { ...unit, province: parent };
}

export interface MadeHamlet {
  id: string;
  name: string;
}

/** A hamlet of a commune, such as "Ấp 3". */
export async function makeHamlet(
  owner: Owner,
  commune: MadeUnit,
  name = "Ấp 3",
): Promise<MadeHamlet> {
  const id = v7();
  await owner.query(
    "insert into hamlet (id, unit_id, unit_path, name, folded_name) values ($1, $2, $3, $4, $5)",
    [id, commune.id, commune.path, name, foldUnitName(name)],
  );
  return { id, name };
}

/** An actor as the doors want it, who can also sign in with `password`. */
export interface MadeOfficer extends Actor {
  password: string;
}

interface OfficerWish {
  role: Role;
  unit: MadeUnit;
  hamlet?: MadeHamlet;
  fullName?: string;
  username?: string;
  approver?: boolean;
}

// The cheapest that argon2 takes: a test signs in often and has nothing to protect.
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };
const PASSWORD = "Mat khau thu 2026";
let hashed: Promise<string> | undefined;

/** An officer with a password. */
export async function makeOfficer(owner: Owner, wish: OfficerWish): Promise<MadeOfficer> {
  hashed ??= hash(PASSWORD, CHEAP);
  const { role, unit, hamlet, fullName = "Nguyễn Văn Thử", approver = false } = wish;
  const officerId = v7();
  const username = wish.username ?? `${role}.${unique()}`;
  await owner.query(
    `insert into officer (id, username, full_name, role, unit_id, unit_path, hamlet_id, approver, password_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      officerId,
      username,
      fullName,
      role,
      unit.id,
      unit.path,
      hamlet?.id ?? null,
      approver,
      await hashed,
    ],
  );
  return {
    officerId,
    username,
    fullName,
    role,
    unitId: unit.id,
    unitPath: unit.path,
    unitLevel: unit.level,
    hamletId: hamlet?.id ?? null,
    approver,
    password: PASSWORD,
  };
}

/** A session of an officer, as sign-in would open it; the token is the value of the cookie. */
export async function makeSession(owner: Owner, officerId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await owner.query(
    `insert into session (token_hash, officer_id, expires_at) values ($1, $2, now() + interval '12 hours')`,
    [createHash("sha256").update(token).digest("hex"), officerId],
  );
  return token;
}
