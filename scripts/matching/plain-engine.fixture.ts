import { parse } from "csv-parse/sync";
import { personKeys } from "@/lib/domain/matching/blocking";
import { readDateText, readSexText } from "@/lib/domain/matching/bulk/byte-values";
import { readRecordText } from "@/lib/domain/matching/bulk/record-row";
import { csvCell, resultLine, Sentences } from "@/lib/domain/matching/bulk/result-line";
import { matchInRounds } from "@/lib/domain/matching/rounds";
import type { Candidate, MatchModel } from "@/lib/domain/matching/vocabulary";
import { normaliseName } from "@/lib/domain/records/full-name";
import { wordPart } from "./word-part";

type Row = Record<string, string>;
const rowsOf = (text: string): Row[] => parse(text, { columns: true, bom: true });

function personOf(row: Row): Candidate {
  const orNull = (name: string) => row[name]?.trim() || null;
  return {
    personId: row.person_id ?? "",
    idNumber: orNull("id_number"),
    oldIds: (row.old_ids ?? "").split("|").filter((one) => one !== ""),
    fullName: normaliseName(row.full_name ?? ""),
    birthDate: readDateText(row.birth_date ?? ""),
    sex: readSexText(row.sex ?? ""),
    address: orNull("address"),
    communeCode: orNull("commune_code"),
  };
}

/** The result as the engine gives it when everything is read by a CSV library and kept as objects. */
export function matchPlainly(records: string, registry: string, model: MatchModel): string[] {
  const index = new Map<number, Candidate[]>();
  for (const person of rowsOf(registry).map(personOf)) {
    for (const key of personKeys(person, model))
      index.set(key, [...(index.get(key) ?? []), person]);
  }
  const lookUp = (keys: number[]) => [...new Set(keys.flatMap((key) => index.get(key) ?? []))];
  const sentences = new Sentences(wordPart);
  return rowsOf(records).map((row) => {
    const decision = matchInRounds(
      readRecordText((name) => row[name] ?? ""),
      lookUp,
      model,
    );
    return csvCell(row.record_id ?? "") + resultLine(decision, sentences).trimEnd();
  });
}
