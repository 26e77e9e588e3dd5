import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";

export interface FitOrder {
  records: string;
  registry: string;
  out: string;
  base: string | null;
  truth: string | null;
  decisions: string | null;
  version: string;
  seed: number;
  sample: number;
  /** The registry size for which the prior is stated; null is that of the file. */
  people: number | null;
  date: string | null;
  source: string | null;
}

export type WrongOrder =
  | { code: "usage" }
  | { code: "noFile" | "unwritable" | "number" | "date" | "version"; params: { name: string } };

const OPTIONS = {
  out: { type: "string" },
  base: { type: "string" },
  truth: { type: "string" },
  decisions: { type: "string" },
  version: { type: "string" },
  seed: { type: "string" },
  sample: { type: "string" },
  people: { type: "string" },
  date: { type: "string" },
  source: { type: "string" },
} as const;

const VERSION = /^[a-z0-9][a-z0-9._-]{0,39}$/;

/** Reads the order of the command line; every mistake has one code. */
export function readOrder(args: string[]): FitOrder | WrongOrder {
  const given = parse(args);
  if (!given) return { code: "usage" };
  const [records = "", registry = "", ...more] = given.positionals;
  const { out = "", version = "v2", ...values } = given.values;
  if ([records, registry, out].includes("") || more.length > 0) return { code: "usage" };
  const numbers = readNumbers(values);
  if ("code" in numbers) return numbers;
  const order: FitOrder = { records, registry, out, version, ...named(values), ...numbers };
  return wrongIn(order) ?? order;
}

type Named = "base" | "truth" | "decisions" | "date" | "source";

function named(values: Partial<Record<Named, string | undefined>>): Pick<FitOrder, Named> {
  const { base = null, truth = null, decisions = null, date = null, source = null } = values;
  return { base, truth, decisions, date, source };
}

/** Null when an option is unknown or lacks its value. */
function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch {
    return null;
  }
}

function readNumbers(values: {
  seed?: string | undefined;
  sample?: string | undefined;
  people?: string | undefined;
}): Pick<FitOrder, "seed" | "sample" | "people"> | WrongOrder {
  const whole = (text: string) => (/^\d{1,10}$/.test(text) ? Number(text) : Number.NaN);
  const seed = whole(values.seed ?? "1");
  const sample = whole(values.sample ?? "80000");
  const people = values.people === undefined ? null : whole(values.people);
  if (Number.isNaN(seed)) return { code: "number", params: { name: "--seed" } };
  if (!(sample > 0)) return { code: "number", params: { name: "--sample" } };
  if (people !== null && !(people > 0)) return { code: "number", params: { name: "--people" } };
  return { seed, sample, people };
}

function wrongIn({ version, date, ...order }: FitOrder): WrongOrder | null {
  if (!VERSION.test(version)) return { code: "version", params: { name: version } };
  if (date !== null && !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
    return { code: "date", params: { name: "--date" } };
  }
  const base = order.base === "v1" ? null : order.base;
  const files = [order.records, order.registry, order.truth, order.decisions, base];
  const absent = files.find((file) => file !== null && !isFile(file));
  if (absent) return { code: "noFile", params: { name: absent } };
  // Told before the work, not after it.
  return existsSync(dirname(order.out))
    ? null
    : { code: "unwritable", params: { name: order.out } };
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
