import "server-only";
import type { MatchModel } from "@/lib/domain/matching/vocabulary";
import type { Sql } from "@/lib/server/core/db";
import { found } from "@/lib/server/core/error";
import { query } from "@/lib/server/core/query";
import type { ModelEvent } from "./model-writes";
import { currentVersion, getModel } from "./models";

export type ModelState = "proposed" | "approved" | "retired";

/** A version in the list. Names are null for officers whom the reader may not see. */
export interface ModelLine {
  version: string;
  state: ModelState;
  parentVersion: string | null;
  proposedBy: string | null;
  proposedAt: Date | null;
  approvedBy: string | null;
  approvedAt: Date | null;
  note: string | null;
}

const LINES = `
  select m.version, m.state, m.parent_version as "parentVersion", p.full_name as "proposedBy",
    m.proposed_at as "proposedAt", a.full_name as "approvedBy", m.approved_at as "approvedAt", m.note
  from match_model m left join officer p on p.id = m.proposed_by_id
  left join officer a on a.id = m.approved_by_id`;

const ORDER =
  "order by (m.state = 'approved') desc, coalesce(m.proposed_at, m.added_at) desc, m.version limit 100";

export interface Rules {
  model: MatchModel;
  versions: ModelLine[];
  /** the reader stands at the centre, where models are proposed and approved */
  atCentre: boolean;
}

/** The model in use and every version there has been, the one in use first. */
export const getRules = query<void, Rules>("model:read", async ({ sql, actor }) => {
  const model = await getModel(sql, await currentVersion(sql));
  const versions = await sql<ModelLine>(`${LINES} ${ORDER}`);
  return { model, versions, atCentre: actor.unitLevel === "nation" };
});

export interface ModelEventLine {
  event: ModelEvent;
  at: Date;
  name: string | null;
  note: string | null;
}

const EVENTS = `
  select e.event, e.at, o.full_name as name, e.note from match_model_event e
  left join officer o on o.id = e.by_id where e.version = $1 order by e.at desc, e.id desc`;

export interface ReplaySummary {
  id: string;
  state: "queued" | "running" | "done" | "failed";
  baseVersion: string;
  /** records */
  total: number;
  done: number;
  createdAt: Date;
  finishedAt: Date | null;
  cells: ReplayCell[];
}

/** Records of a replay with one verdict and class. */
export interface ReplayCell {
  verdict: string;
  mainClass: string;
  open: boolean;
  records: number;
}

const REPLAY = `
  select id, state, base_version as "baseVersion", total, done, created_at as "createdAt",
    finished_at as "finishedAt"
  from replay where model_version = $1 order by created_at desc limit 1`;

const CELLS = `
  select verdict, main_class as "mainClass", open, count(*)::int as records
  from replay_line where replay_id = $1 group by 1, 2, 3`;

async function findReplay(sql: Sql, version: string): Promise<ReplaySummary | null> {
  const [replay] = await sql<Omit<ReplaySummary, "cells">>(REPLAY, [version]);
  if (!replay) return null;
  return { ...replay, cells: await sql<ReplayCell>(CELLS, [replay.id]) };
}

export interface ReleaseSummary {
  id: string;
  state: "queued" | "running" | "done" | "stopped";
  total: number;
  createdAt: Date;
  finishedAt: Date | null;
  /** tasks by what became of them; null: not looked at yet */
  outcomes: { outcome: string | null; tasks: number }[];
  /** tasks that somebody has open, the first fifty */
  held: { taskId: string; code: string; unit: string; holder: string | null }[];
}

const RELEASE = `
  select id, state, total, created_at as "createdAt", finished_at as "finishedAt"
  from model_release where model_version = $1 order by created_at desc limit 1`;

const OUTCOMES = `
  select outcome, count(*)::int as tasks from model_release_line where release_id = $1
  group by 1 order by 2 desc`;

const HELD = `
  select t.id as "taskId", r.code, u.name as unit, o.full_name as holder
  from model_release_line l join task t on t.id = l.task_id join record r on r.id = t.record_id
  join unit u on u.id = t.unit_id left join officer o on o.id = t.lease_by_id
  where l.release_id = $1 and l.outcome = 'held' order by l.task_id limit 50`;

async function findRelease(sql: Sql, version: string): Promise<ReleaseSummary | null> {
  const [release] = await sql<Omit<ReleaseSummary, "outcomes" | "held">>(RELEASE, [version]);
  if (!release) return null;
  const outcomes = await sql<ReleaseSummary["outcomes"][number]>(OUTCOMES, [release.id]);
  const held = await sql<ReleaseSummary["held"][number]>(HELD, [release.id]);
  return { ...release, outcomes, held };
}

export interface ModelDetail extends ModelLine {
  model: MatchModel;
  /** the model in use, which it is told apart from */
  current: MatchModel;
  events: ModelEventLine[];
  replay: ReplaySummary | null;
  release: ReleaseSummary | null;
  /** proposed by the reader, who therefore does not approve it */
  own: boolean;
  atCentre: boolean;
}

const OWN = "select 1 from match_model where version = $1 and proposed_by_id = $2";

/** One version: what it changes, what its replay shows, what became of the tasks it releases. */
export const getModelVersion = query<string, ModelDetail>(
  "model:read",
  async ({ sql, actor }, version) => {
    const line = found((await sql<ModelLine>(`${LINES} where m.version = $1`, [version]))[0]);
    const current = await getModel(sql, await currentVersion(sql));
    const own = await sql(OWN, [version, actor.officerId]);
    return {
      ...line,
      model: await getModel(sql, version),
      current,
      events: await sql<ModelEventLine>(EVENTS, [version]),
      replay: await findReplay(sql, version),
      release: await findRelease(sql, version),
      own: own.length > 0,
      atCentre: actor.unitLevel === "nation",
    };
  },
);
