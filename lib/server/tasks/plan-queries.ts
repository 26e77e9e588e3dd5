import "server-only";
import { z } from "zod";
import { forceOf } from "@/lib/domain/access/actor";
import {
  type Around,
  type Campaign,
  DAYS_AHEAD,
  dayOf,
  minutesOn,
  shareOn,
  workingDays,
} from "@/lib/domain/tasks/capacity";
import { command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { query } from "@/lib/server/core/query";
import { readCalendar } from "@/lib/server/units/calendar";
import { readSetting } from "@/lib/server/units/settings";
import { getPlanned, type Planned } from "./plan";
import { readCampaigns } from "./workers";

export interface AbsenceLine {
  id: string;
  from: string;
  to: string;
  reason: string;
  shareOut: boolean;
  /** who entered it */
  by: string | null;
}

const ABSENCES = `
  select a.id, a.from_day as "from", a.to_day as "to", a.reason, a.share_out as "shareOut",
    o.full_name as by
  from officer_absence a left join officer o on o.id = a.by_id
  where a.officer_id = $1 and a.cancelled_at is null and a.to_day >= $2 order by a.from_day`;

export interface PlanDay {
  day: string;
  minutes: number;
  /** what campaigns leave of it, in per cent */
  share: number;
}

export interface OfficerPlan {
  officer: Planned;
  /** their own minutes; null where the standard holds */
  minutes: number | null;
  standard: number;
  absences: AbsenceLine[];
  days: PlanDay[];
}

function daysOf(today: string, giving: Parameters<typeof minutesOn>[1], around: Around): PlanDay[] {
  return workingDays(today, DAYS_AHEAD, around.calendar).map((day) => ({
    day,
    minutes: minutesOn(day, giving, around),
    share: shareOn(day, giving.unitPath, around.campaigns),
  }));
}

async function readPlan(sql: Sql, officerId: string): Promise<OfficerPlan> {
  const today = dayOf(new Date());
  const officer = await getPlanned(sql, officerId);
  const [own] = await sql<{ minutes: number | null }>(
    "select minutes from officer_plan where officer_id = $1",
    [officerId],
  );
  const standard = await readSetting(sql, "capacityMinutes");
  const absences = await sql<AbsenceLine>(ABSENCES, [officerId, today]);
  const minutes = own?.minutes ?? null;
  const giving = { minutes: minutes ?? standard, unitPath: officer.unitPath, absences };
  const campaigns = await readCampaigns(sql, today);
  const days = daysOf(today, giving, { campaigns, calendar: await readCalendar(sql) });
  return { officer, minutes, standard, absences, days };
}

/** The actor's own days: what they give, and when they are away. */
export const getOwnPlan = query("plan:edit", ({ sql, actor }) => {
  if (!forceOf(actor)) throw new AppError("NOT_FOUND");
  return readPlan(sql, actor.officerId);
});

/** The days of an officer, for whoever looks after the area. */
export const getOfficerPlan = query<string, OfficerPlan>("campaign:edit", ({ sql }, officerId) =>
  readPlan(sql, officerId),
);

export interface CampaignLine extends Campaign {
  id: string;
  name: string;
  unitName: string;
  /** it is of the actor's own area, and so theirs to end */
  own: boolean;
}

const CAMPAIGNS = `
  select c.id, c.name, u.name as "unitName", c.unit_path as "unitPath", c.from_day as "from",
    c.to_day as "to", c.share, starts_with(c.unit_path, $2) as own
  from campaign c join unit u on u.id = c.unit_id
  where c.cancelled_at is null and c.to_day >= $1 order by c.from_day, u.name collate "vi-x-icu"`;

const UNITS = `
  select u.id, u.name, u.level from unit u where u.valid_to is null and u.path >= $1 and u.path < $2
    and (u.id = $3 or u.parent_id = $3) order by u.level = 'commune', u.name collate "vi-x-icu"`;

/** Campaigns that are on or to come, and the units for which the actor may enter one. */
export const listCampaigns = query("campaign:edit", async ({ sql, actor }) => ({
  campaigns: await sql<CampaignLine>(CAMPAIGNS, [dayOf(new Date()), actor.unitPath]),
  units: await sql<{ id: string; name: string; level: string }>(UNITS, [
    actor.unitPath,
    `${actor.unitPath.slice(0, -1)}/`,
    actor.unitId,
  ]),
}));

export interface Notice {
  id: string;
  taskId: string;
  code: string;
  /** who has it now; null where it went to the unit's list */
  name: string | null;
  /** who saw to it; null where the system did */
  by: string | null;
  reason: string;
  at: Date;
}

// What the officer did themselves is no news to them, and neither is what is back on their list.
const NOTICES = `
  select a.id, a.task_id as "taskId", r.code, n.full_name as name, b.full_name as by, a.reason, a.at
  from task_assignment a join task t on t.id = a.task_id join record r on r.id = t.record_id
  left join officer n on n.id = a.to_id left join officer b on b.id = a.by_id
  where a.from_id = $1 and a.by_id is distinct from $1 and t.assignee_id is distinct from $1
    and a.at > now() - interval '14 days' and a.at > coalesce((select p.seen_at from officer_plan p where p.officer_id = $1), '-infinity')
  order by a.at desc, a.id desc limit 21`;

/** Tasks that went from the actor's list to somebody else since they looked last; twenty-one at most. */
export const listNotices = query("task:claim", ({ sql, actor }) =>
  sql<Notice>(NOTICES, [actor.officerId]),
);

const SEEN = `
  insert into officer_plan (officer_id, unit_path, seen_at) values ($1, $2, now())
  on conflict (officer_id) do update set seen_at = now()`;

/** The officer has read what became of their tasks. */
export const markNoticesSeen = command({
  name: "task.seeAssignments",
  permission: "task:claim",
  input: z.object({}),
  async run({ sql, actor }) {
    await sql(SEEN, [actor.officerId, actor.unitPath]);
    return { data: null, audit: { entity: "officer", entityId: actor.officerId } };
  },
});
