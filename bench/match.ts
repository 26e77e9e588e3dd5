// The matching engine beside its peers and the limits: npm run bench:match [-- --json <file> …]
// Options: docs/interface.md; what each figure counts: docs/decisions/0023-what-the-bench-counts.md
import { writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { readAnswers } from "./matching/answers";
import { type CaseRun, runCase, type SpeedLimits } from "./matching/bench-case";
import { openDataSet } from "./matching/data-set";
import { writeFailures } from "./matching/failures";
import { type Result, toResults, writeFigures } from "./matching/figure";
import { growthFigures } from "./matching/growth";
import { type BenchOptions, type Part, readOptions } from "./matching/options";
import { runOurs } from "./matching/our-command";
import { endingWell, print, tell, text } from "./matching/say";
import { countByWord, writeWordTable } from "./matching/word-table";
import { machine } from "./result";

const MILLION = 1_000_000;
const GIB = 1024;
const LIMITS: SpeedLimits = { seconds: 17, perSecond: 60_000, peakMb: 3 * GIB };
/** A few records: what is left is the time to start. */
const NEXT_TO_NOTHING = 10;

interface Wanted {
  records: number;
  people: number;
  parts: readonly Part[];
  limits?: SpeedLimits;
  quality?: boolean;
  sample?: number;
}

async function runOne(wanted: Wanted, options: BenchOptions): Promise<CaseRun> {
  const { records, people, parts, limits = {}, quality = false, sample } = wanted;
  const { seed, runs, python, skip } = options;
  tell(text("doing.data", { name: `${records} × ${people}` }));
  const data = await openDataSet({ records, people, seed });
  return runCase(data, {
    ...{ runs, seed, limits, quality, python },
    parts: parts.filter((part) => !skip.has(part)),
    sample: sample ?? options.sample,
  });
}

async function secondsToStart(options: BenchOptions): Promise<number> {
  tell(text("doing.start"));
  const few = { records: NEXT_TO_NOTHING, people: NEXT_TO_NOTHING, seed: options.seed };
  const run = await runOurs(
    await openDataSet(few),
    join(tmpdir(), "portal-bench-match", "few.csv"),
  );
  return run.seconds;
}

async function measureSpeed(options: BenchOptions): Promise<Result[]> {
  const { records, people, skip } = options;
  const parts = ["hash", "strict"] as const;
  const tenth = { records: Math.ceil(records / 10), people: Math.ceil(people / 10) };
  const small = skip.has("small") ? null : await runOne({ ...tenth, parts }, options);
  const limits = records >= MILLION && people <= MILLION ? LIMITS : {};
  const wanted = {
    records,
    people,
    limits,
    quality: true,
    parts: [...parts, "trigrams"] as Part[],
  };
  const large = skip.has("large") ? null : await runOne(wanted, options);
  const results = [small, large].flatMap((run) => run?.results ?? []);
  return small && large
    ? [...results, ...(await measureGrowth({ small, large }, options))]
    : results;
}

async function measureGrowth(
  { small, large }: { small: CaseRun; large: CaseRun },
  options: BenchOptions,
): Promise<Result[]> {
  const growth = growthFigures(small, large, await secondsToStart(options));
  print([text("growth"), writeFigures(growth, [])].join("\n"));
  return toResults("growth", growth, []);
}

async function measureQuality(options: BenchOptions): Promise<Result[]> {
  const { quality: count, words, failures } = options;
  const parts = ["strict", "hash", "trigrams", "splink"] as const;
  const wanted = { records: count, people: count, parts, sample: count, quality: true };
  const { data, result, results } = await runOne(wanted, options);
  const answers = () => readAnswers({ truth: data.truth, result });
  if (words !== undefined) {
    const lines = countByWord(answers(), { alone: words === "alone" });
    print([text(`words.${words}`), writeWordTable(lines)].join("\n"));
  }
  if (failures !== undefined) {
    const written = writeFailures(failures, answers(), { ...data, result });
    print(text("failures", { count: written, path: failures }));
  }
  return results;
}

/** Other work takes from the figures: said before and after, because nobody sees it in them. */
function busyNote(): string | null {
  const [load = 0] = loadavg();
  return load > 0.5
    ? text("busy", { load: Math.round(load * 10) / 10, cores: cpus().length })
    : null;
}

await endingWell(async () => {
  const options = readOptions(process.argv.slice(3));
  const busy = busyNote();
  if (busy) tell(busy);
  const results: Result[] = [];
  if (!options.skip.has("quality")) results.push(...(await measureQuality(options)));
  results.push(...(await measureSpeed(options)));
  if (options.tenMillion) {
    const { records, people } = options;
    const wanted = { records, people: 10 * people, parts: [], limits: { peakMb: 6 * GIB } };
    results.push(...(await runOne(wanted, options)).results);
  }
  print([machine(), busy ?? ""].join("\n").trim());
  if (options.json === undefined) return;
  writeFileSync(
    options.json,
    JSON.stringify({ bench: "match", machine: machine(), results }, null, 2),
  );
});
