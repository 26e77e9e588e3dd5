import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import type { Actor } from "@/lib/domain/access/actor";
import type { Role, UnitLevel } from "@/lib/domain/access/roles";
import { callFunction } from "./db";
import { hashToken } from "./id";
import { prepared } from "./prepared";

/** Set by next-auth; over HTTPS its name carries a prefix that pins it to the host. */
export const SESSION_COOKIES = ["__Secure-next-auth.session-token", "next-auth.session-token"];

interface ActorRow {
  officer_id: string;
  username: string;
  full_name: string;
  role: Role;
  unit_id: string;
  unit_path: string;
  unit_level: UnitLevel;
  hamlet_id: string | null;
  approver: boolean;
}

function actorOf(row: ActorRow): Actor {
  return {
    officerId: row.officer_id,
    username: row.username,
    fullName: row.full_name,
    role: row.role,
    unitId: row.unit_id,
    unitPath: row.unit_path,
    unitLevel: row.unit_level,
    hamletId: row.hamlet_id,
    approver: row.approver,
  };
}

const SESSION_ACTOR = prepared("select * from session_actor($1)");

/** The officer behind a session token; null when it ended, expired or never was. */
export async function findActor(token: string): Promise<Actor | null> {
  const rows = await callFunction<ActorRow>(SESSION_ACTOR, [hashToken(token)]);
  return rows[0] ? actorOf(rows[0]) : null;
}

/** A job writes only in its starter's area; null when that officer no longer exists. */
export async function findJobActor(officerId: string): Promise<Actor | null> {
  const rows = await callFunction<ActorRow>("select * from officer_actor($1)", [officerId]);
  return rows[0] ? { ...actorOf(rows[0]), system: true } : null;
}

/** The officer of the present request, looked up once for each request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const jar = await cookies();
  for (const name of SESSION_COOKIES) {
    const token = jar.get(name)?.value;
    if (token) return findActor(token);
  }
  return null;
});

/** The role for which a page is drawn; who isn't signed in is sent to sign in. */
export async function currentRole(): Promise<Role> {
  const actor = await currentActor();
  if (actor) return actor.role;
  const { redirect } = await import("next/navigation");
  return redirect("/sign-in");
}
