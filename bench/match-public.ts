// The matching engine on public labelled sets: npm run bench:match:public -- <folder> [--json <file>]
// The folder holds dataset4a.csv and dataset4b.csv (FEBRL), historical_50k.csv (Splink), or some of them.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { isAccepted, readAnswers } from "./matching/answers";
import { type Result, writeRows } from "./matching/figure";
import { runOurs } from "./matching/our-command";
import { FEBRL_FILES, readFebrl } from "./matching/public/febrl";
import { HISTORICAL_FILE, readHistorical } from "./matching/public/historical";
import {
  type IsLink,
  isNamed,
  isProposed,
  isProposedFrom,
  type LinkScore,
  scoreLinks,
} from "./matching/public/link-score";
import { type LinkedSet, writeSet } from "./matching/public/linked-set";
import { PUBLISHED_FEBRL, PUBLISHED_HISTORICAL, type Published } from "./matching/public/published";
import { endingWell, print, tell, text, WrongUse } from "./matching/say";
import { machine } from "./result";

/** From where on a proposal counts as a link, beside counting all. */
const LIKELY = 0.5;
const WAYS: readonly [string, IsLink][] = [
  ["accepted", isAccepted],
  [`accepted, or proposed from ${LIKELY}`, isProposedFrom(LIKELY)],
  ["accepted or proposed", isProposed],
  ["named first, whatever the outcome", isNamed],
];

type Scored = LinkScore & { name: string };

async function scoreOurs(set: LinkedSet, suffix = ""): Promise<Scored[]> {
  tell(text("public.doing", { name: set.name }));
  await runOurs(set, set.result);
  return WAYS.map(([name, isLink]) => ({
    name: `ours: ${name}${suffix}`,
    ...scoreLinks(readAnswers(set), isLink),
  }));
}

function report(
  set: LinkedSet,
  scores: { ours: readonly Scored[]; published: readonly Published[] },
  note: string,
): Result[] {
  const { people, count } = set;
  const share = (value: number | null) => value?.toFixed(4) ?? "–";
  const rows = [...scores.ours, ...scores.published].map(
    ({ name, links, precision, recall, f1 }) => {
      const cells = [precision, recall, f1].map(share);
      return [name, links?.toLocaleString("en-GB") ?? "–", ...cells];
    },
  );
  const table = writeRows([["", "links", "precision", "recall", "F1"], ...rows]);
  print([text("public.set", { name: set.name, people, count }), table, note].join("\n"));
  return scores.ours.flatMap((ours) => toResults(set.name, ours, scores.published));
}

function toResults(set: string, ours: Scored, published: readonly Published[]): Result[] {
  return published.flatMap((peer) =>
    (["precision", "recall", "f1"] as const).map((metric) => ({
      case: `${set} · ${ours.name} · ${peer.name}`,
      ...{ metric, ours: ours[metric], peer: peer[metric], limit: null, unit: "share" },
    })),
  );
}

async function benchFebrl(folder: string, work: string): Promise<Result[]> {
  const setOf = (shape: "seven" | "nine") =>
    writeSet("FEBRL 4", readFebrl(folder, shape), join(work, `febrl-${shape}`));
  const seven = setOf("seven");
  const ours = [
    ...(await scoreOurs(seven)),
    ...(await scoreOurs(setOf("nine"), " (number of nine digits)")),
  ];
  return report(seven, { ours, published: PUBLISHED_FEBRL }, text("public.febrl"));
}

async function benchHistorical(folder: string, work: string): Promise<Result[]> {
  const set = writeSet("Historical 50 k", readHistorical(folder), join(work, "historical"));
  const scores = { ours: await scoreOurs(set), published: PUBLISHED_HISTORICAL };
  return report(set, scores, text("public.historical"));
}

function readCommandLine() {
  try {
    const options = { json: { type: "string" } } as const;
    const { values, positionals } = parseArgs({
      args: process.argv.slice(3).filter((argument) => argument !== "--"),
      options,
      allowPositionals: true,
    });
    return { folder: positionals[0] ?? "", json: values.json };
  } catch (error) {
    throw new WrongUse(text("wrong.option", { message: (error as Error).message }));
  }
}

async function benchFolder(folder: string, work: string): Promise<Result[]> {
  const has = (file: string) => existsSync(join(folder, file));
  const febrl = Object.values(FEBRL_FILES).every(has);
  const historical = has(HISTORICAL_FILE);
  if (folder === "" || (!febrl && !historical)) throw new WrongUse(text("public.nothing"));
  return [
    ...(febrl ? await benchFebrl(folder, work) : []),
    ...(historical ? await benchHistorical(folder, work) : []),
  ];
}

await endingWell(async () => {
  const { folder, json } = readCommandLine();
  const work = mkdtempSync(join(tmpdir(), "portal-bench-public-"));
  try {
    const results = await benchFolder(folder, work);
    if (json === undefined) return;
    writeFileSync(
      json,
      JSON.stringify({ bench: "match:public", machine: machine(), results }, null, 2),
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});
