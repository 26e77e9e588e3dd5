import "server-only";
import { query } from "@/lib/server/core/query";
import { readHamlets } from "@/lib/server/units/hamlets";

/** What a form can choose, by id. */
export interface ListChoice {
  value: string;
  label: string;
}

export interface ListChoices {
  /** of the officer's commune; none where a wider area is looked after, or a single hamlet */
  hamlets: ListChoice[];
  /** units one level below the officer's */
  units: ListChoice[];
}

const BELOW = `
  select id as value, name as label from unit where parent_id = $1 and valid_to is null order by name collate "vi-x-icu"`;

/** What a list of the officer's area can be narrowed to by place. */
export const getListChoices = query<void, ListChoices>("record:read", async ({ sql, actor }) => {
  if (actor.role === "hamlet") return { hamlets: [], units: [] };
  if (actor.unitLevel !== "commune") {
    return { hamlets: [], units: await sql<ListChoice>(BELOW, [actor.unitId]) };
  }
  const hamlets = await readHamlets(sql, [actor.unitId]);
  return { hamlets: hamlets.map(({ id, name }) => ({ value: id, label: name })), units: [] };
});
