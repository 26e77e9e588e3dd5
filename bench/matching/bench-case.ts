import { join } from "node:path";
import { readAnswers } from "./answers";
import type { DataSet } from "./data-set";
import { type Figure, type Peer, type Result, toResults, writeFigures } from "./figure";
import type { Run } from "./measured-run";
import { runOursOften } from "./our-command";
import { type PeerOrder, type PeerRun, runPeers } from "./peers/run-peers";
import { measureQuality } from "./quality";
import { exposureFigures, qualityFigures } from "./quality-figures";
import { print, tell, text } from "./say";

/** What ours may need for a case; nothing where no limit was set. */
export interface SpeedLimits {
  seconds?: number;
  perSecond?: number;
  peakMb?: number;
}

export interface CaseOrder extends PeerOrder {
  runs: number;
  seed: number;
  limits: SpeedLimits;
  /** Whether the results are held against the truth too. */
  quality: boolean;
}

export interface CaseRun {
  data: DataSet;
  ours: Run;
  /** Our result, for tables that need every answer. */
  result: string;
  results: Result[];
}

/** Runs ours and the peers on one data set, prints speed and quality side by side. */
export async function runCase(data: DataSet, order: CaseOrder): Promise<CaseRun> {
  const { name, folder } = data;
  const { runs } = order;
  const result = join(folder, "result-ours.csv");
  const onRun = (run: number) => tell(text("doing.ours", { name, run, runs }));
  const ours = await runOursOften(data, { result, runs, onRun });
  const peers = await runPeers(data, order);
  const speed = speedFigures(ours, data.count, order.limits);
  const besides = peers.map((peer) => ({ ...peer, figures: speedFigures(peer, data.count, {}) }));
  print([text("speed", { name, runs }), writeFigures(speed, besides)].join("\n"));
  const results = toResults(`speed ${name}`, speed, besides);
  if (order.quality) results.push(...printQuality({ data, result, peers }, order));
  if (peers.length > 0) print(peers.map(({ note }) => `  ${note}`).join("\n"));
  return { data, ours, result, results };
}

function speedFigures(run: Run, records: number, limits: SpeedLimits): Figure[] {
  const limit = (value: number | undefined, bound: "least" | "most") =>
    value === undefined ? {} : { limit: value, bound };
  return [
    { metric: "seconds", value: run.seconds, unit: "s", ...limit(limits.seconds, "most") },
    {
      metric: "records a second",
      value: records / run.seconds,
      unit: "records/s",
      ...limit(limits.perSecond, "least"),
    },
    { metric: "processor time", value: run.workSeconds, unit: "s" },
    { metric: "peak memory", value: run.peakMb, unit: "MB", ...limit(limits.peakMb, "most") },
  ];
}

/** Equal texts are equal texts: the quality of the hash join is that of strict equality. */
const SAME_AS_STRICT = "hash join";

function printQuality(
  { data, result, peers }: { data: DataSet; result: string; peers: readonly PeerRun[] },
  { seed }: CaseOrder,
): Result[] {
  const { name } = data;
  tell(text("doing.quality", { name }));
  const figuresOf = (path: string, most: number) =>
    qualityFigures(measureQuality(readAnswers({ truth: data.truth, result: path }, most)), data);
  const answers = readAnswers({ truth: data.truth, result }, data.count);
  const ours = [...figuresOf(result, data.count), ...exposureFigures(answers, data.registry)];
  const besides = peers
    .filter((peer) => peer.name !== SAME_AS_STRICT)
    .map((peer): Peer => ({ name: peer.name, figures: figuresOf(peer.result, peer.answered) }));
  print([text("quality", { name, seed: `${seed}` }), writeFigures(ours, besides)].join("\n"));
  return toResults(`quality ${name}`, ours, besides);
}
