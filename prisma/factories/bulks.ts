import { checkSample } from "@/lib/server/tasks/bulk/check";
import { startBulk } from "@/lib/server/tasks/bulk/commands";
import { getCluster } from "@/lib/server/tasks/bulk/sample";
import type { MadeOfficer, Owner } from "./communes";
import { inventPerson } from "./registry-people";
import type { Wish } from "./tasks";

/** A cluster of one wrong letter in the name, at health stations: what `SLIP` makes. */
export const SLIPS = "cause.health.fullName.typo_1";
/** A number that is one digit off, with police: what `numberSlip` makes. */
export const NUMBER_SLIPS = "cause.police.idNumber.one_digit";
/** A date that is one digit off, at health stations: what `stubborn` makes. */
export const DATE_SLIPS = "cause.health.birthDate.one_digit";

/** Everything agrees but the last digit of the number: police say who it is. */
export function numberSlip(): Wish {
  const person = inventPerson();
  const last = Number(person.idNumber.at(-1));
  const idNumber = `${person.idNumber.slice(0, -1)}${(last + 5) % 10}`;
  return { record: { ...person, sex: "Nữ", idNumber }, person };
}

/** "03/04/1985" for "13/04/1985": the tens of the day, so that the other day exists too. */
function otherDay(date: string): string {
  const [tens, rest] = [date[0], date.slice(1)];
  if (tens === "1" && date[1] === "0") return `2${rest}`;
  return `${tens === "1" ? 0 : 1}${rest}`;
}

/**
 * The date is one digit off, and once it is settled the order of the name is still not seen through,
 * because the number had lost its zero: health corrects it, and it isn't accepted.
 */
export function stubborn(): Wish {
  const person = inventPerson();
  const record = {
    fullName: "Hòa Nguyễn Thị",
    birthDate: otherDay(person.birthDate),
    idNumber: person.idNumber.slice(1),
  };
  return { record, person };
}

interface Wanted {
  key?: string;
  rule?: string;
  /** which of the sample the officer calls wrong, by its place; none as a rule */
  wrong?: (at: number) => boolean;
}

/** An officer looks at the sample of a cluster and says of each whether it is right. */
export async function judgeSample(officer: MadeOfficer, wanted: Wanted = {}) {
  const { key = SLIPS, wrong } = wanted;
  const cluster = await getCluster.as(officer, { key, rule: wanted.rule ?? null, seed: null });
  const verdicts = Object.fromEntries(
    cluster.sample.map(({ taskId }, at) => [taskId, wrong?.(at) ? "wrong" : "right"]),
  );
  const { rule, seed } = cluster;
  const checked = await checkSample.as(officer, { key, rule, seed, verdicts });
  return { cluster, checked };
}

/** A bulk whose sample was right, started and waiting for a worker; gives its id. */
export async function startedBulk(officer: MadeOfficer, wanted: Wanted = {}): Promise<string> {
  const { checked } = await judgeSample(officer, wanted);
  if (!checked.ok) throw new Error(`not checked: ${checked.error.reason}`);
  const { bulkId } = checked.data;
  const started = await startBulk.as(officer, { bulkId });
  if (!started.ok) throw new Error(`not started: ${started.error.reason}`);
  return bulkId;
}

/** What became of each row: task → "refused: narrow", with the undo's word after a slash. */
export async function bulkEnds(owner: Owner, bulkId: string): Promise<Map<string, string>> {
  const { rows } = await owner.query<{ task: string; end: string | null }>(
    `select task_id as task, outcome || coalesce(': ' || reason, '') || coalesce(' / ' || undo_outcome, '') as "end"
     from bulk_line where bulk_id = $1`,
    [bulkId],
  );
  return new Map(rows.map((row) => [row.task, row.end ?? "not looked at"]));
}
