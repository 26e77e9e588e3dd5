// Fits a model to two files: npm run model:fit -- <records.csv> <registry.csv> --out <model.json>
import { readOrder } from "./model-fit/arguments";
import { FitError, fitFiles } from "./model-fit/fit-files";
import { TableError } from "./model-fit/read-table";
import { text } from "./model-fit/say";

const WRONG_USE = 2;
const FAILED = 1;

function stop(sentence: string, code: number): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = code;
}

/** `npm run model:fit -- …` reaches us through a launcher that adds the program's own name. */
const given = process.argv.slice(2);
const order = readOrder(given[0] === "model-fit" ? given.slice(1) : given);
if ("code" in order) {
  stop(text(order.code, "params" in order ? order.params : {}), WRONG_USE);
} else {
  try {
    await fitFiles(order);
  } catch (error) {
    if (error instanceof TableError) stop(text(error.code, error.params), WRONG_USE);
    else if (error instanceof FitError) {
      stop(text(error.code, error.params), error.code === "noThreshold" ? FAILED : WRONG_USE);
    } else throw error;
  }
}
