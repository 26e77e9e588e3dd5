import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { closeDatabase } from "@/lib/server/core/db";
import { DEMONSTRATION } from "./factories/synthetic/demonstration";
import { generatePopulation } from "./factories/synthetic/population";
import { seedUnits } from "./seed-units";
import { batchesOf, seedBatch } from "./seeding/batches";
import { COMMUNE, seedHamlets, seedOfficers } from "./seeding/officers";
import { seedRegistry } from "./seeding/registry";

/**
 * Fills an empty database with all units and a demonstration of invented people, through the
 * portal's own doors. Needs the owner's address, and APP_DATABASE_URL for the doors.
 */
export async function seed(databaseUrl: string, report: (text: string) => void): Promise<void> {
  await seedUnits(databaseUrl);
  const folder = await mkdtemp(join(tmpdir(), "portal-seed-"));
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await seedDemonstration(client, { folder, report });
  } finally {
    await client.end();
    await closeDatabase();
    await rm(folder, { recursive: true, force: true });
  }
}

interface SeedingOf {
  folder: string;
  report: (text: string) => void;
}

async function seedDemonstration(client: pg.Client, { folder, report }: SeedingOf): Promise<void> {
  const population = generatePopulation(DEMONSTRATION);
  await seedOfficers(client);
  const code = COMMUNE.slice(1);
  await seedHamlets(client, addressesIn(population.people, code));
  const people = await seedRegistry(client, population.people, folder);
  report(`CSDLQG: ${people.toLocaleString("vi-VN")}`);
  for (const batch of batchesOf(population.records)) {
    await seedBatch(client, batch, folder);
    report(`${batch.fileName}: ${batch.records.length.toLocaleString("vi-VN")}`);
  }
  await client.query("select fold_progress(); analyze");
}

function* addressesIn(
  people: Iterable<{ communeCode: string; address: string }>,
  code: string,
): Generator<string> {
  for (const person of people) if (person.communeCode === code) yield person.address;
}
