/** Names for tests, made up from the public tables of words in prisma/data. */
export interface NameCorpus {
  surnames: string[];
  middles: string[];
  givens: string[];
  minorities: string[];
  foreigners: string[];
}

type ReadFile = (name: string) => string;

interface People {
  clans: string[];
  givenMale: string[];
  givenFemale: string[];
  male: string[];
  female: string[];
}

interface Country {
  family: string[];
  male: string[];
  female: string[];
}

/** `read` gives the text of a file of prisma/data: only tests may touch the disk. */
export function readCorpus(read: ReadFile): NameCorpus {
  const givens = ["male", "female"].flatMap((sex) => [
    ...column(read(`given_names_${sex}.csv`), 0),
    ...read(`given_words_longtail_${sex}.txt`).split(/\s+/),
  ]);
  return {
    surnames: tidy(column(read("surnames.csv"), 0)),
    middles: tidy(column(read("middle_names.csv"), 1)),
    givens: tidy(givens),
    minorities: JSON.parse(read("minority_names.json")).groups.flatMap(minorityNames),
    foreigners: JSON.parse(read("foreign_names.json")).countries.flatMap(foreignNames),
  };
}

function column(csv: string, at: number): string[] {
  return csv
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((row) => row.split(",")[at] ?? "");
}

/** Some lists write Đ as the Icelandic Ð. */
function tidy(words: string[]): string[] {
  const clean = words.map((word) => word.normalize("NFC").replace(/Ð/g, "Đ").trim());
  return [...new Set(clean.filter((word) => word !== ""))];
}

function minorityNames(people: People): string[] {
  return [
    ...fill(people.male, people.clans, people.givenMale),
    ...fill(people.female, people.clans, people.givenFemale),
  ];
}

function fill(patterns: string[], clans: string[], givens: string[]): string[] {
  return patterns.flatMap((pattern) =>
    clans.flatMap((clan) =>
      givens.map((given) => pattern.replace("{clan}", clan).replace("{given}", given)),
    ),
  );
}

function foreignNames(country: Country): string[] {
  const givens = [...country.male, ...country.female];
  return country.family.flatMap((family) => givens.map((given) => `${family} ${given}`));
}

/** The same numbers for the same seed, from 0 up to 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Vietnamese names of two (1 in 50), three (7 in 10) or four words, every word of the tables as likely
 * as any other: harder than life, where the common words are the most.
 */
export function drawNames(corpus: NameCorpus, count: number, seed: number): string[] {
  const next = seeded(seed);
  const pick = (words: string[]) => words[Math.floor(next() * words.length)] ?? "";
  return Array.from({ length: count }, () => {
    const lot = next();
    const length = lot < 0.02 ? 0 : lot < 0.72 ? 1 : 2;
    const middles = Array.from({ length }, () => pick(corpus.middles));
    return [pick(corpus.surnames), ...middles, pick(corpus.givens)].join(" ");
  });
}
