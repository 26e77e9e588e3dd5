import type pg from "pg";
import { v7 } from "uuid";
import { putBack, takeAway } from "./bare-tables";
import { BATCH, buildUp, chunksOf, openHands, settle, shared, timed } from "./hands";
import { nameTables } from "./name-tables";
import { makePlaces, type Places } from "./place";
import { DOSES, FIGURES, FILL, FOLD } from "./rows";

/** In the commune that is looked at, whatever the size of the whole: two thousand pages of one force. */
const COMMUNE = 240_000;
async function fillRows(hands: pg.Client[], records: number, places: Places): Promise<void> {
  const { province, commune, coordinator, health, police } = places;
  const batch = v7();
  await hands[0]?.query(BATCH, [batch, province.id, province.path, coordinator.officerId]);
  const ids = (officers: typeof health) => officers.map((one) => one.officerId);
  await shared(hands, chunksOf(records), (hand, [from, to]) =>
    hand.query(FILL, [
      ...[from, to, batch, records, Math.min(COMMUNE, records)],
      ...nameTables(),
      ...[commune.id, ids(health), ids(police)],
    ]),
  );
  await hands[0]?.query(DOSES);
}

/** Fills an empty database of the portal with records and tasks; gives where they are. */
export async function fillVolume(ownerUrl: string, records: number): Promise<Places> {
  const hands = await openHands(ownerUrl);
  const [one] = hands;
  if (!one) throw new Error("no connection");
  const places = await makePlaces(one);
  const away = await takeAway(one);
  await timed(`${records} rows`, () => fillRows(hands, records, places));
  await buildUp(hands, away);
  await timed("figures", async () => {
    await one.query(FIGURES);
    await one.query(FOLD);
  });
  await putBack(one);
  await timed("vacuum", () => settle(hands, ["record", "task", "record_word"]));
  await one.query("create table bench_volume as select $1::jsonb as places", [
    JSON.stringify(places),
  ]);
  for (const hand of hands) await hand.end();
  return places;
}
