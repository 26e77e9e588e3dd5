import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/server/core/error";

/** Models and reports are decided for the whole country: at the centre, and nowhere below it. */
export function requireCentre(actor: Actor): void {
  if (actor.unitLevel !== "nation") throw new AppError("FORBIDDEN");
}
