import { writeFileSync } from "node:fs";
import { stringify } from "csv-stringify/sync";
import { type Answer, isRefused, isWronglyAccepted } from "./answers";
import { readColumns } from "./csv-table";
import { hasUsableNumber, isHarmless } from "./damage-words";

const FIELDS = ["full_name", "birth_date", "sex", "id_number"];
const SIDES = ["record", "true", "chosen"];
const RESULT_FIELDS = ["score", "second_score", "classes", "explanation"];

/** Why an answer is worth a look; null when it is as it should be. */
export function failureOf(answer: Answer): string | null {
  const { trueId, personId, damage, outcome } = answer;
  if (isWronglyAccepted(answer)) return "wrongly_accepted";
  if (trueId === "") return null;
  if (isHarmless(damage)) {
    if (isRefused(answer)) return "harmless_refused";
    if (outcome === "review") return "harmless_review";
  }
  return !hasUsableNumber(damage) && personId !== trueId ? "not_proposed" : null;
}

/** Writes every failing record beside the right and the chosen person; gives their number. */
export function writeFailures(
  path: string,
  answers: Iterable<Answer>,
  files: { records: string; registry: string; result: string },
): number {
  const failing = [...answers].flatMap((answer) => {
    const failure = failureOf(answer);
    return failure ? [{ failure, answer }] : [];
  });
  const recordIds = new Set(failing.map(({ answer }) => answer.recordId));
  const personIds = new Set(failing.flatMap(({ answer }) => [answer.trueId, answer.personId]));
  const records = collect(files.records, ["record_id", ...FIELDS], recordIds);
  const people = collect(files.registry, ["person_id", ...FIELDS, "old_ids"], personIds);
  const results = collect(files.result, ["record_id", ...RESULT_FIELDS], recordIds);
  const rows = failing.map(({ failure, answer }) => {
    const { recordId, outcome, damage, trueId, personId, secondId } = answer;
    const sides = [records.get(recordId), people.get(trueId), people.get(personId)];
    const cells = sides.flatMap((cells) => FIELDS.map((_, at) => cells?.[at] ?? ""));
    const what = [failure, recordId, outcome, damage.join("|"), trueId, personId, secondId];
    return [
      ...what,
      people.get(trueId)?.[FIELDS.length] ?? "",
      ...cells,
      ...(results.get(recordId) ?? []),
    ];
  });
  const what = ["failure", "record_id", "outcome", "damage", "true_id", "person_id", "second_id"];
  const sides = SIDES.flatMap((side) => FIELDS.map((field) => `${side}_${field}`));
  writeFileSync(path, stringify([[...what, "true_old_ids", ...sides, ...RESULT_FIELDS], ...rows]));
  return rows.length;
}

function collect(path: string, columns: string[], wanted: ReadonlySet<string>) {
  const found = new Map<string, string[]>();
  for (const [key = "", ...cells] of readColumns(path, columns)) {
    if (wanted.has(key)) found.set(key, cells);
  }
  return found;
}
