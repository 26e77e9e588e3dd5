import { unitId } from "@/lib/domain/units/unit";
import { type MadeOfficer, type MadeUnit, makeOfficer } from "@/prisma/factories/communes";
import { connectAsOwner, type OwnerConnection } from "@/prisma/factories/database";
import { loadRegistry } from "@/prisma/registry/load";
import { PLACE } from "./story-files";

async function withOwner<T>(use: (client: OwnerConnection) => Promise<T>): Promise<T> {
  const client = await connectAsOwner();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

async function getUnit(client: OwnerConnection, id: string): Promise<MadeUnit> {
  const { rows } = await client.query<MadeUnit>(
    "select id, code, name, level, path from unit where id = $1",
    [id],
  );
  if (!rows[0]) throw new Error(`no unit ${id}`);
  return rows[0];
}

export interface StoryOfficers {
  coordinator: MadeOfficer;
  leader: MadeOfficer;
  police: MadeOfficer;
  health: MadeOfficer;
}

/** The four people of the story: two of the province, two of the commune of today. */
export async function makeStoryOfficers(): Promise<StoryOfficers> {
  return withOwner(async (client) => {
    const province = await getUnit(client, unitId("today", "80"));
    const commune = await getUnit(client, unitId("today", PLACE.codeToday));
    return {
      coordinator: await makeOfficer(client, { role: "coordinator", unit: province }),
      leader: await makeOfficer(client, { role: "leader", unit: province }),
      police: await makeOfficer(client, { role: "police", unit: commune }),
      health: await makeOfficer(client, { role: "health", unit: commune }),
    };
  });
}

/** Loads the story's registry as `npm run registry:load` does. */
export async function loadStoryRegistry(path: string): Promise<void> {
  await withOwner((client) => loadRegistry(client, path, { readingDate: "2022-04-01" }));
}
