import { parseArgs } from "node:util";
import { text, WrongUse } from "./say";

/** The weights were fitted on this one. */
const FITTED_SEED = 101;

export const PARTS = ["small", "large", "quality", "strict", "hash", "trigrams", "splink"] as const;
export type Part = (typeof PARTS)[number];
const PEERS: readonly Part[] = ["strict", "hash", "trigrams", "splink"];

export interface BenchOptions {
  records: number;
  people: number;
  seed: number;
  /** Records and people of the quality case. */
  quality: number;
  runs: number;
  /** Records that the join by trigrams is measured on. */
  sample: number;
  skip: ReadonlySet<Part>;
  tenMillion: boolean;
  words?: "all" | "alone";
  failures?: string;
  python?: string;
  json?: string;
}

const NUMBERS = {
  records: "1000000",
  people: "1000000",
  seed: "909",
  quality: "200000",
  runs: "3",
  sample: "20000",
};
type NumberName = keyof typeof NUMBERS;

export function readOptions(args: readonly string[]): BenchOptions {
  const values = parse(args);
  const number = (name: NumberName) => readNumber(`--${name}`, values[name] ?? NUMBERS[name]);
  const seed = number("seed");
  if (seed === FITTED_SEED) throw new WrongUse(text("wrong.seed", { seed: `${seed}` }));
  const { words, failures, python, json } = values;
  return {
    records: number("records"),
    people: number("people"),
    seed,
    quality: number("quality"),
    runs: number("runs"),
    sample: number("sample"),
    skip: readSkip(values.skip ?? []),
    tenMillion: values["ten-million"] ?? false,
    ...(words === undefined ? {} : { words: words === "alone" ? "alone" : "all" }),
    ...{ failures, python, json },
  };
}

function parse(args: readonly string[]) {
  const string = { type: "string" } as const;
  try {
    const { values } = parseArgs({
      args: args.filter((argument) => argument !== "--"),
      options: {
        ...{ records: string, people: string, seed: string, quality: string, runs: string },
        ...{ sample: string, words: string, failures: string, python: string, json: string },
        skip: { type: "string", multiple: true },
        "ten-million": { type: "boolean" },
      },
    });
    return values;
  } catch (error) {
    throw new WrongUse(text("wrong.option", { message: (error as Error).message }));
  }
}

function readNumber(option: string, given: string): number {
  if (!/^[1-9]\d{0,8}$/.test(given)) throw new WrongUse(text("wrong.number", { option }));
  return Number(given);
}

/** `--skip peers --skip small` or `--skip peers,small`. */
function readSkip(given: readonly string[]): ReadonlySet<Part> {
  const names = given.flatMap((each) => each.split(","));
  const parts = names.flatMap((name) =>
    name === "peers" ? PEERS : PARTS.filter((part) => part === name),
  );
  if (names.some((name) => name !== "peers" && !parts.includes(name as Part))) {
    throw new WrongUse(text("wrong.skip", { known: ["peers", ...PARTS].join(", ") }));
  }
  return new Set(parts);
}
