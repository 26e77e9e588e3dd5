// What a result of the matching engine is worth, against the truth that the generator kept:
// node scripts/run.cjs ../bench/match-quality --data <folder> --result <file> [--words all|alone] [--failures <file>]
// The folder holds records.csv, registry.csv and truth.csv; the first records of them may be enough (--most <n>).
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readAnswers } from "./matching/answers";
import { writeFailures } from "./matching/failures";
import { writeFigures } from "./matching/figure";
import { measureQuality } from "./matching/quality";
import { exposureFigures, qualityFigures } from "./matching/quality-figures";
import { countByWord, writeWordTable } from "./matching/word-table";

const { values } = parseArgs({
  args: process.argv.slice(3).filter((argument) => argument !== "--"),
  options: {
    data: { type: "string" },
    records: { type: "string" },
    registry: { type: "string" },
    truth: { type: "string" },
    result: { type: "string" },
    words: { type: "string" },
    failures: { type: "string" },
    most: { type: "string" },
  },
});

const { data = ".", result = join(data, "result.csv") } = values;
const files = {
  records: values.records ?? join(data, "records.csv"),
  registry: values.registry ?? join(data, "registry.csv"),
  truth: values.truth ?? join(data, "truth.csv"),
  result,
};
const most = values.most === undefined ? undefined : Number(values.most);
const answers = () => readAnswers(files, most);

const print = (text: string) => process.stdout.write(`${text}\n\n`);
const figures = [
  ...qualityFigures(measureQuality(answers()), files),
  ...exposureFigures(answers(), files.registry),
];
print(writeFigures(figures, []));
if (values.words !== undefined) {
  print(writeWordTable(countByWord(answers(), { alone: values.words === "alone" })));
}
if (values.failures !== undefined) {
  const count = writeFailures(values.failures, answers(), files);
  print(`${count} → ${values.failures}`);
}
