import "server-only";
import { redirect } from "next/navigation";
import type { Role } from "@/lib/domain/access/roles";
import { currentActor } from "@/lib/server/core/session";

/** The role for which a page is drawn; who isn't signed in is sent to sign in. */
export async function currentRole(): Promise<Role> {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  return actor.role;
}
