import { join } from "node:path";
import type pg from "pg";
import type { DataSet } from "../data-set";
import { measuredRun, type Run } from "../measured-run";
import type { Part } from "../options";
import { tell, text } from "../say";
import { withPeerDatabase } from "./postgres";
import { findSplink, runSplink } from "./splink";
import { strictEquality } from "./strict-equality";
import { trigramJoin } from "./trigrams";

/** What a peer did on the same files. */
export interface PeerRun extends Run {
  name: string;
  result: string;
  /** Records in its result; the first ones where it is fewer than all. */
  answered: number;
  /** How to read its figures. */
  note: string;
}

export interface PeerOrder {
  /** Which peers, in this order. */
  parts: readonly Part[];
  /** Records that the join by trigrams is measured on. */
  sample: number;
  python?: string | undefined;
}

type RunPeer = (data: DataSet, order: PeerOrder) => Promise<PeerRun | null>;

const RUNNERS: Partial<Record<Part, RunPeer>> = {
  strict: runStrict,
  hash: runHashJoin,
  trigrams: runTrigrams,
  splink: runSplinkIfThere,
};

/** Runs each peer once, one after the other; one that can't run here says why and is left out. */
export async function runPeers(data: DataSet, order: PeerOrder): Promise<PeerRun[]> {
  const runs: PeerRun[] = [];
  for (const part of order.parts) {
    tell(text("doing.peer", { peer: part, name: data.name }));
    const run = await RUNNERS[part]?.(data, order);
    if (run) runs.push(run);
  }
  return runs;
}

const resultOf = (data: DataSet, peer: string) => join(data.folder, `result-${peer}.csv`);

type InPostgres = Omit<PeerRun, "peakMb" | "workSeconds">;

/** Memory and work of a database server are no figures of the join alone. */
async function inPostgres(run: (client: pg.Client) => Promise<InPostgres>): Promise<PeerRun> {
  return { ...(await withPeerDatabase(run)), peakMb: null, workSeconds: null };
}

function runStrict(data: DataSet): Promise<PeerRun> {
  const result = resultOf(data, "strict");
  return inPostgres(async (client) => ({
    name: "strict equality",
    seconds: await strictEquality(client, data, result),
    result,
    answered: data.count,
    note: text("note.strict"),
  }));
}

async function runHashJoin(data: DataSet): Promise<PeerRun> {
  const result = resultOf(data, "hash");
  const program = ["scripts/run.cjs", "../bench/matching/peers/hash-join"];
  const run = await measuredRun(process.execPath, [
    ...program,
    data.records,
    data.registry,
    result,
  ]);
  return { ...run, name: "hash join", result, answered: data.count, note: text("note.hash") };
}

function runTrigrams(data: DataSet, { sample: most }: PeerOrder): Promise<PeerRun> {
  const result = resultOf(data, "trigrams");
  return inPostgres(async (client) => {
    const { seconds, sample } = await trigramJoin(client, data, { result, most });
    const { count } = data;
    const note =
      sample < count ? text("note.trigrams", { sample, count }) : text("note.trigramsAll");
    return { name: "pg_trgm", seconds, result, answered: sample, note };
  });
}

async function runSplinkIfThere(data: DataSet, order: PeerOrder): Promise<PeerRun | null> {
  const found = findSplink(order.python);
  if (!found) {
    tell(text("splinkMissing"));
    return null;
  }
  const result = resultOf(data, "splink");
  const run = await runSplink(found.python, data, result);
  const note = text("note.splink", { version: found.version });
  return { ...run, name: "Splink", result, answered: data.count, note };
}
