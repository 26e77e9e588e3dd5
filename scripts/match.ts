// Matches records with people, with no database:
// npm run match -- <records.csv> (<registry.csv> | --gateway <url>) --out <result.csv> [--model <file>] [--threads n]
import { OUTCOMES } from "@/lib/domain/matching/vocabulary";
import { parseLocale } from "@/lib/i18n/locales";
import { translatorFor } from "@/lib/i18n/translator";
import { FileProblem } from "./matching/file-problem";
import { modelOf } from "./matching/model-file";
import { type MatchOrder, readOrder, WrongUse } from "./matching/order";
import { ProgressLine } from "./matching/progress-line";
import { type FilesReport, matchFiles } from "./matching/run-files";
import { gatewayCommand } from "./matching-gateway/gateway-command";
import { text } from "./running/say";

const WRONG_USE = 2;

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function report(order: MatchOrder, { seconds, ...done }: FilesReport & { seconds: number }): void {
  const nameOf = translatorFor(parseLocale(process.env.PORTAL_LOCALE), "matching.outcome");
  const { records, people, skippedPeople: skipped } = done;
  say(text("matchFiles.done", { records, people, seconds, file: order.outFile }));
  for (const [at, outcome] of OUTCOMES.entries()) {
    const count = done.outcomes[at] ?? 0;
    if (count > 0) say(text("matchFiles.outcome", { name: nameOf(outcome), records: count }));
  }
  if (skipped > 0) say(text("matchFiles.skipped", { skipped }));
}

async function match(order: MatchOrder): Promise<void> {
  const line = new ProgressLine(process.stderr);
  const began = performance.now();
  const model = modelOf(order.modelFile);
  if ("gatewayUrl" in order.source) {
    const { recordsFile, outFile, source } = order;
    const { gatewayUrl } = source;
    process.exit(await gatewayCommand({ recordsFile, outFile, gatewayUrl, model }));
  }
  const done = await matchFiles({
    ...order,
    registryFile: order.source.registryFile,
    model,
    onProgress: (progress) => line.show(progress),
  });
  line.clear();
  report(order, { ...done, seconds: Math.round((performance.now() - began) / 100) / 10 });
}

try {
  await match(readOrder(process.argv.slice(3)));
  process.exit(0);
} catch (error) {
  if (error instanceof WrongUse) say(text("matchFiles.usage"));
  else if (error instanceof FileProblem)
    say(text(`matchFiles.problem.${error.code}`, error.params));
  else if (error instanceof RangeError && /allocation/i.test(error.message))
    say(text("matchFiles.problem.tooLarge"));
  else throw error;
  process.exit(WRONG_USE);
}
