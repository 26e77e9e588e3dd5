import "server-only";
import type { Force } from "@/lib/domain/access/roles";
import { query } from "@/lib/server/core/query";

/** A task that the reader's unit is asked to take over, with what it takes to decide. */
export interface Offer {
  id: string;
  code: string;
  fullName: string | null;
  birthYear: string | null;
  address: string | null;
  reason: string;
  askedByName: string;
  askedAt: Date;
  fromName: string;
  offeredName: string;
  firstForce: Force;
}

const OFFERS = `
  select id, code, full_name as "fullName", birth_year as "birthYear", address, reason,
    asked_by_name as "askedByName", asked_at as "askedAt", from_name as "fromName",
    offered_name as "offeredName", first_force as "firstForce"
  from transfer_offers()`;

/** What the reader's unit has asked of another, and what became of it. */
export interface Asked {
  id: string;
  taskId: string;
  code: string;
  reason: string;
  state: "asked" | "accepted" | "refused" | "recalled";
  askedByName: string;
  askedAt: Date;
  answer: string | null;
  answeredByName: string | null;
  answeredAt: Date | null;
  offeredName: string;
}

const ASKED = `
  select x.id, x.task_id as "taskId", x.record_code as code, x.reason, x.state,
    x.asked_by_name as "askedByName", x.asked_at as "askedAt", x.answer,
    x.answered_by_name as "answeredByName", x.answered_at as "answeredAt", u.name as "offeredName"
  from transfer x join unit u on u.id = x.offered_unit_id
  where x.state <> 'undone' and x.unit_path >= current_setting('app.record_from', true)
    and x.unit_path < current_setting('app.record_to', true)
  order by x.state <> 'asked', coalesce(x.answered_at, x.asked_at) desc, x.id limit 100`;

/** Both directions: what is asked of the reader's unit, the longest first, and what it has asked. */
export const listTransfers = query<void, { offers: Offer[]; asked: Asked[] }>(
  "transfer:ask",
  async ({ sql }) => ({
    offers: await sql<Offer>(OFFERS),
    asked: await sql<Asked>(ASKED),
  }),
);

const OFFER = `
  select u.name as unit, x.asked_at as "askedAt"
  from transfer x join unit u on u.id = x.offered_unit_id where x.task_id = $1 and x.state = 'asked'`;

/** Which unit has been asked to take a task over, and since when; null where none is. */
export const findOffer = query<string, { unit: string; askedAt: Date } | null>(
  "transfer:ask",
  async ({ sql }, taskId) =>
    (await sql<{ unit: string; askedAt: Date }>(OFFER, [taskId]))[0] ?? null,
);
