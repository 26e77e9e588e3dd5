import type pg from "pg";

/** What an empty database still needs before anyone can sign in. */
export type SeedState = "needed" | "done" | "interrupted";

/**
 * A database without units is new. Seeding leaves a mark while it is under way, so that a half-filled
 * database is never taken for a whole one.
 */
export async function seedState(owner: pg.Client): Promise<SeedState> {
  const { rows } = await owner.query<{ begun: boolean; units: boolean }>(
    "select to_regclass('portal_start.seeding') is not null as begun, exists (select from unit) as units",
  );
  if (rows[0]?.begun) return "interrupted";
  return rows[0]?.units ? "done" : "needed";
}

export async function markSeedingBegun(owner: pg.Client): Promise<void> {
  await owner.query("create schema portal_start");
  await owner.query(
    "create table portal_start.seeding (begun_at timestamptz not null default now())",
  );
}

export async function markSeedingDone(owner: pg.Client): Promise<void> {
  await owner.query("drop schema portal_start cascade");
}
