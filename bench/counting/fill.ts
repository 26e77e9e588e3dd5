import { v7 } from "uuid";
import { nationId } from "@/lib/domain/units/unit";
import { type MadeOfficer, type MadeUnit, makeOfficer } from "@/prisma/factories/communes";
import { putBack, takeAway } from "../volume/bare-tables";
import { BATCH, buildUp, chunksOf, openHands, settle, shared, timed } from "../volume/hands";
import { DOSES, FILL, HISTORY, PLACES } from "./rows";

/** Who looks at the figures of the country, and a commune in which something changes. */
export interface NationPlaces {
  nation: MadeUnit;
  leader: MadeOfficer;
  coordinator: MadeOfficer;
}

const NATION = "select id, code, name, level, path from unit where id = $1";

/** Fills an empty database with records in every commune of the country; gives who looks at them. */
export async function fillNation(ownerUrl: string, records: number): Promise<NationPlaces> {
  const hands = await openHands(ownerUrl);
  const [one] = hands;
  if (!one) throw new Error("no connection");
  const { rows } = await one.query<MadeUnit>(NATION, [nationId("today")]);
  const [nation] = rows;
  if (!nation) throw new Error("the units are missing");
  await one.query("select setseed(0.42)");
  await one.query(PLACES);
  await one.query("analyze bench_place");
  const places = {
    nation,
    leader: await makeOfficer(one, { role: "leader", unit: nation }),
    coordinator: await makeOfficer(one, { role: "coordinator", unit: nation }),
  };
  const batch = v7();
  await one.query(BATCH, [batch, nation.id, nation.path, places.coordinator.officerId]);
  const away = await takeAway(one);
  await timed(`${records} rows`, () =>
    shared(hands, chunksOf(records), (hand, [from, to]) => hand.query(FILL, [from, to, batch])),
  );
  await timed("doses", () => one.query(DOSES));
  await buildUp(hands, away);
  // Counted from the rows, as the portal itself does when a figure is in doubt.
  await timed("figures", async () => {
    await one.query("select check_progress($1, true, $1)", [v7()]);
    await one.query("select fold_progress()");
  });
  await timed("days", async () => {
    for (const statement of HISTORY) await one.query(statement);
  });
  await putBack(one);
  await timed("vacuum", () => settle(hands, ["record", "task", "progress_count", "progress_day"]));
  await one.query("create table bench_volume as select $1::jsonb as places", [
    JSON.stringify(places),
  ]);
  for (const hand of hands) await hand.end();
  return places;
}
