import { parseArgs } from "node:util";
import type { Layout } from "@/lib/domain/imports/profile";
import type { FileSet } from "./files/write-files";
import { type PopulationOptions, unknownCommunes } from "./population";
import { DEFAULT_PROFILE, PROFILES, type ProfileName } from "./profiles";

export interface GenerateOptions {
  population: PopulationOptions;
  folder: string;
  layout: Layout;
  files: FileSet;
}

/** What is wrong with a command line; worded in `units.json` under `generate.wrong`. */
export type WrongArguments =
  | { code: "unknownOption"; params: { option: string } }
  | { code: "missing"; params: { option: string } }
  | { code: "notANumber"; params: { option: string; least: number; most: number } }
  | { code: "moreRecordsThanPeople"; params: { people: number; records: number } }
  | { code: "unknownProfile"; params: { known: string } }
  | { code: "unknownLayout"; params: { known: string } }
  | { code: "unknownFiles"; params: { known: string } }
  | { code: "unknownCommunes"; params: { codes: string } };

export type ReadArguments =
  | { ok: true; options: GenerateOptions }
  | ({ ok: false } & WrongArguments);

const OPTIONS = [
  "people",
  "records",
  "seed",
  "out",
  "profile",
  "communes",
  "layout",
  "files",
] as const;
type OptionName = (typeof OPTIONS)[number];
type Values = Partial<Record<OptionName, string>>;

const LAYOUTS: readonly Layout[] = ["person", "dose"];
const FILE_SETS: readonly FileSet[] = ["all", "plain"];
const MOST_PEOPLE = 10_000_000;
const MOST_SEED = 2_147_483_647;

class Wrong extends Error {
  constructor(readonly why: WrongArguments) {
    super(why.code);
  }
}

/** Reads `--people 100000 --records 20000 --seed 7 --out folder …`; the first thing wrong is told. */
export function readArguments(args: readonly string[]): ReadArguments {
  try {
    return { ok: true, options: readOptions(readValues(args)) };
  } catch (error) {
    if (error instanceof Wrong) return { ok: false, ...error.why };
    throw error;
  }
}

function readValues(args: readonly string[]): Values {
  const options = Object.fromEntries(OPTIONS.map((name) => [name, { type: "string" as const }]));
  const { values, positionals } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
  });
  for (const [name, value] of Object.entries(values)) {
    const option = `--${name}`;
    if (!OPTIONS.includes(name as OptionName)) {
      throw new Wrong({ code: "unknownOption", params: { option } });
    }
    if (typeof value !== "string" || value === "") {
      throw new Wrong({ code: "missing", params: { option } });
    }
  }
  const [stray] = positionals;
  if (stray !== undefined) throw new Wrong({ code: "unknownOption", params: { option: stray } });
  return values as Values;
}

function readOptions(values: Values): GenerateOptions {
  const people = readNumber(values, "people", { least: 1, most: MOST_PEOPLE });
  const records = readNumber(values, "records", { least: 0, most: MOST_PEOPLE });
  if (records > people) {
    throw new Wrong({ code: "moreRecordsThanPeople", params: { people, records } });
  }
  const seed = readNumber({ seed: "1", ...values }, "seed", { least: 0, most: MOST_SEED });
  const folder = required(values, "out");
  const population = {
    people,
    records,
    seed,
    profile: readProfile(values),
    ...readCommunes(values),
  };
  return { population, folder, layout: readLayout(values), files: readFiles(values) };
}

function required(values: Values, name: OptionName): string {
  const value = values[name];
  if (value === undefined) throw new Wrong({ code: "missing", params: { option: `--${name}` } });
  return value;
}

function readNumber(
  values: Values,
  name: OptionName,
  { least, most }: { least: number; most: number },
): number {
  const text = required(values, name);
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new Wrong({ code: "notANumber", params: { option: `--${name}`, least, most } });
}

function readProfile({ profile = DEFAULT_PROFILE }: Values): ProfileName {
  if (Object.hasOwn(PROFILES, profile)) return profile as ProfileName;
  const known = Object.keys(PROFILES).join(", ");
  throw new Wrong({ code: "unknownProfile", params: { known } });
}

function readLayout({ layout = "person" }: Values): Layout {
  const found = LAYOUTS.find((name) => name === layout);
  if (found) return found;
  throw new Wrong({ code: "unknownLayout", params: { known: LAYOUTS.join(", ") } });
}

function readFiles({ files = "all" }: Values): FileSet {
  const found = FILE_SETS.find((name) => name === files);
  if (found) return found;
  throw new Wrong({ code: "unknownFiles", params: { known: FILE_SETS.join(", ") } });
}

function readCommunes({ communes }: Values): { communes?: string[] } {
  if (communes === undefined) return {};
  const codes = [...new Set(communes.split(",").map((code) => code.trim()))];
  const unknown = unknownCommunes(codes);
  if (unknown.length === 0) return { communes: codes };
  const shown = unknown.map((code) => `“${code}”`).join(", ");
  throw new Wrong({ code: "unknownCommunes", params: { codes: shown } });
}
