// npm test: every check, then one line with how many passed and failed. Names of checks, if given,
// choose among them: npm test -- types pure
import { buildPages, generateRouteTypes, isBuildCurrent } from "./running/build";
import { Household } from "./running/household";
import { explain } from "./running/problem";
import { say, step } from "./running/say";
import { CHECK_NAMES, CHECKS, type CheckName } from "./testing/checks";
import { type Outcome, runCheck } from "./testing/run-check";
import { sumOf, type Tally } from "./testing/tally";

const chosen = process.argv.slice(3);
const isChosen = (name: CheckName) => chosen.length === 0 || chosen.includes(name);
const household = new Household();
const outcomes: Outcome[] = [];
const ENDED_EARLY = { passed: 0, failed: 1 };

async function run(...names: CheckName[]): Promise<void> {
  for (const name of names.filter(isChosen)) outcomes.push(await runCheck(CHECKS[name], household));
}

async function typesAndBuild(): Promise<void> {
  if (isChosen("types")) await generateRouteTypes(household);
  await run("types");
  if (isChosen("stories") && !isBuildCurrent()) await step("build", () => buildPages(household));
}

/** The two lanes take about as long as each other; what follows uses every core by itself. */
async function runAll(): Promise<void> {
  await Promise.all([run("format", "lint", "pure"), typesAndBuild()]);
  await run("db");
  await run("stories");
}

async function end(...more: Tally[]): Promise<never> {
  await household.stop();
  for (const { line } of outcomes) say(line);
  const { passed, failed } = sumOf([...outcomes, ...more]);
  say(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => void end(ENDED_EARLY));
}

try {
  const unknown = chosen.find((name) => !CHECK_NAMES.some((known) => known === name));
  if (unknown) throw new Error(`${unknown}: ${CHECK_NAMES.join(", ")}`);
  await runAll();
} catch (error) {
  say(explain(error));
  await end(ENDED_EARLY);
}
await end();
