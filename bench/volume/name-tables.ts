import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

type Row = Record<string, string>;

function readTable(name: string): Row[] {
  return parse(readFileSync(`prisma/data/${name}.csv`), { columns: true, bom: true }) as Row[];
}

/** More of them make picking one the longest part of making a row. */
const WORDS = 200;

/** Words, each as often as its share says. */
function spread(rows: Row[], word: string): string[] {
  const total = rows.reduce((sum, row) => sum + Number(row.share), 0);
  const all: string[] = [];
  let upTo = 0;
  for (const row of rows) {
    upTo += Number(row.share) / total;
    while (all.length < Math.round(WORDS * upTo)) all.push(row[word] ?? "");
  }
  return all;
}

/** Surnames, middle names and given names, male before female. */
export function nameTables(): string[][] {
  const middle = readTable("middle_names");
  const of = (gender: string) => middle.filter((row) => row.gender === gender);
  return [
    spread(readTable("surnames"), "surname"),
    spread(of("Nam"), "middle_name"),
    spread(of("Nữ"), "middle_name"),
    spread(readTable("given_names_male"), "given_name"),
    spread(readTable("given_names_female"), "given_name"),
  ];
}
