import type { CarriedList } from "@/lib/domain/tasks/worksheet/carried";
import { reachingFetch } from "./connection";
import { markOfficer } from "./officer-mark";
import type { Vault } from "./vault";
import { forgetCarried, keepCarried } from "./visits";

const ADDRESS = "/api/v1/offline-list";

export interface ListChoice {
  kind: "hamlet" | "noHamlet" | "own";
  hamletId?: string;
}

/** What became of a request, and the portal's own words where it said no. */
export type ListAnswer = { ok: true } | { ok: false; message: string | null };

const FAILED: ListAnswer = { ok: false, message: null };

async function titleOf(response: Response): Promise<string | null> {
  const body: unknown = await response.json().catch(() => null);
  const title = (body as { title?: unknown } | null)?.title;
  return typeof title === "string" ? title : null;
}

/** The list as the portal has it now, into the vault of the officer whose list it is. */
export async function refreshList(vault: Vault, officerId: string): Promise<ListAnswer> {
  const response = await reachingFetch(ADDRESS, { cache: "no-store" }).catch(() => null);
  if (!response?.ok) return FAILED;
  const list: CarriedList | null = await response.json().catch(() => null);
  if (!list?.officerId) return FAILED;
  if (list.officerId !== officerId) {
    // Somebody else has signed in since: theirs has no place in this vault.
    markOfficer(list.officerId);
    return FAILED;
  }
  if (list.validUntil) await keepCarried(vault, list, Date.now());
  else await forgetCarried(vault);
  return { ok: true };
}

/** Takes a list along, in place of the one before. */
export async function takeList(
  vault: Vault,
  officerId: string,
  choice: ListChoice,
): Promise<ListAnswer> {
  const response = await reachingFetch(ADDRESS, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(choice),
  }).catch(() => null);
  if (!response) return FAILED;
  if (!response.ok) return { ok: false, message: await titleOf(response) };
  await forgetCarried(vault);
  return refreshList(vault, officerId);
}

/** Off this device, and off the portal where it can be reached; there it ends by itself otherwise. */
export async function putListDown(vault: Vault): Promise<void> {
  await forgetCarried(vault);
  await reachingFetch(ADDRESS, { method: "DELETE" }).catch(() => null);
}
