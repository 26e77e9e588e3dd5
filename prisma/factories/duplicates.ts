import { mergeRecords } from "@/lib/server/tasks/duplicates/merge";
import { getDuplicateSet } from "@/lib/server/tasks/duplicates/queries";
import type { MadeOfficer, Owner } from "./communes";
import type { ListDose, ListPerson } from "./lists";
import { inventPerson } from "./registry-people";
import { type MadeTask, makeTasks, SLIP, type Station, type Wish } from "./tasks";

export const AZ: ListDose = { date: "05/08/2021", vaccine: "AstraZeneca" };
export const PFIZER: ListDose = { date: "05/08/2021", vaccine: "Pfizer" };
export const SECOND: ListDose = { date: "05/10/2021", vaccine: "AstraZeneca" };

/** Records of one invented person, each with a slip of its own and so with an open task. */
export async function makeTwice(
  owner: Owner,
  station: Station,
  records: readonly ListPerson[],
): Promise<MadeTask[]> {
  const { fullName, birthDate, sex, idNumber } = inventPerson();
  const wishes = records.map(
    (record, at): Wish => ({
      record: { ...SLIP.record, birthDate, idNumber, ...record },
      person: at === 0 ? { fullName, birthDate, sex, idNumber } : null,
    }),
  );
  return makeTasks(owner, station, wishes);
}

interface MergeOf {
  stays: string;
  closes: string[];
  answers?: Record<string, string>;
  checked?: boolean;
}

/** Merges records as somebody does who has just looked at them. */
export async function merge(officer: MadeOfficer, of: MergeOf) {
  const ids = [of.stays, ...of.closes];
  const set = await getDuplicateSet.as(officer, { id: of.stays, chosen: ids });
  const versions = new Map(set.records.map((one) => [one.recordId, one.version]));
  return mergeRecords.as(officer, {
    staysId: of.stays,
    records: ids.map((recordId) => ({ recordId, version: versions.get(recordId) ?? 1 })),
    answers: of.answers,
    checked: of.checked,
  });
}
