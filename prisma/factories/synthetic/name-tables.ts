import { readRows, readText } from "@/prisma/data/unit-files";
import { type Rng, weighted } from "./rng";

export type SexName = "Nam" | "Nữ";
type Draw = (rng: Rng) => string;

/** What names are drawn from; cohorts as the public statistics have them. */
export interface NameTables {
  surname: Draw;
  given: Record<SexName, { beforeWar: Draw; grown: Draw; young: Draw; rare: readonly string[] }>;
  middle: Record<SexName, { old: Draw; young: Draw }>;
  /** Number of words in a full name. */
  words: Record<SexName, (rng: Rng) => number>;
}

interface ShareRow {
  share: string;
  birth_cohort: string;
  given_name?: string;
  middle_name?: string;
  gender?: string;
}

let tables: NameTables | undefined;

/** The tables of prisma/data, read once. */
export function nameTables(): NameTables {
  tables ??= {
    surname: surnames(),
    given: { Nam: given("male"), Nữ: given("female") },
    middle: { Nam: middle("Nam"), Nữ: middle("Nữ") },
    words: { Nam: words("Nam"), Nữ: words("Nữ") },
  };
  return tables;
}

/** One spelling for what the lists write in several; some write Đ as the Icelandic Ð. */
function clean(word: string): string {
  return word
    .normalize("NFC")
    .replace(/\u00D0/g, "Đ")
    .trim();
}

/** The share in the whole country where it is known. Clans of minorities are drawn elsewhere. */
function surnames(): Draw {
  const rows = readRows<{
    surname: string;
    share: string;
    share_national_2005: string;
    source: string;
  }>("surnames.csv");
  const kinh = rows.filter(({ source }) => !source.includes("placeholder"));
  return weighted(
    kinh.map((row) => [clean(row.surname), Number(row.share_national_2005 || row.share)] as const),
  );
}

function given(sex: "male" | "female") {
  const rows = readRows<ShareRow>(`given_names_${sex}.csv`);
  const cohort = (name: string) => {
    const shares = rows.filter((row) => row.birth_cohort === name);
    return shares.map((row) => [clean(row.given_name ?? ""), Number(row.share)] as const);
  };
  const grown = cohort("1991-2002");
  const young = cohort("2007-2011");
  return {
    beforeWar: weighted(cohort("before-1965")),
    grown: weighted(grown),
    // There is no table of boys born after 2002.
    young: weighted(young.length > 0 ? young : grown),
    rare: readText(`given_words_longtail_${sex}.txt`).split(/\s+/).map(clean).filter(Boolean),
  };
}

function middle(sex: SexName) {
  const rows = readRows<ShareRow>("middle_names.csv").filter((row) => row.gender === sex);
  const cohort = (old: boolean) =>
    rows
      .filter((row) => (row.birth_cohort === "before-1985") === old)
      .map((row) => [clean(row.middle_name ?? ""), Number(row.share)] as const);
  return { old: weighted(cohort(true)), young: weighted(cohort(false)) };
}

function words(sex: SexName): (rng: Rng) => number {
  const rows = readRows<{ gender: string; words: string; share: string }>("name_length.csv");
  const shares = rows.filter((row) => row.gender === sex);
  return weighted(shares.map((row) => [Number(row.words), Number(row.share)] as const));
}
