import { foldName } from "@/lib/domain/records/full-name";
import { mergeDoses } from "./doses";
import type { Header } from "./header";
import { type IssueCode, makeIssue, type RowIssue } from "./issue";
import type { ColumnKey } from "./profile";
import type { ParsedRecord } from "./record";

/**
 * Puts the lines of one person together: values of the earlier line stand, gaps are filled from the
 * later, doses are merged and every line is kept. Does not say whether the lines agree.
 */
export function mergeRecords(first: ParsedRecord, second: ParsedRecord): ParsedRecord {
  const filled: ParsedRecord = { ...first };
  for (const key of Object.keys(second) as (keyof ParsedRecord)[]) {
    if (filled[key] === null) Object.assign(filled, { [key]: second[key] });
  }
  return {
    ...filled,
    foreign: first.foreign && second.foreign,
    doses: mergeDoses(first.doses, second.doses),
    sourceRows: [...first.sourceRows, ...second.sourceRows],
  };
}

/**
 * Groups records by the source's id, in order of first appearance. In the person layout a second line
 * of the same id is told as `sourceIdRepeated`; in any layout a line that gives another name, birth
 * date, sex or number is told as `sourceIdConflict` {first: the earlier line}: two people may share an
 * id by mistake, and only the file's owner can say.
 */
export function groupDoses(
  header: Header,
  records: readonly ParsedRecord[],
): { records: ParsedRecord[]; issues: RowIssue[] } {
  const grouped = new Map<string, ParsedRecord>();
  const issues: RowIssue[] = [];
  for (const record of records) {
    const earlier = grouped.get(record.sourceId);
    if (earlier) issues.push(...compareLines(header, earlier, record));
    grouped.set(record.sourceId, earlier ? mergeRecords(earlier, record) : record);
  }
  return { records: [...grouped.values()], issues };
}

function compareLines(header: Header, earlier: ParsedRecord, later: ParsedRecord): RowIssue[] {
  const rowNo = later.sourceRows[0]?.rowNo ?? 0;
  const first = earlier.sourceRows[0]?.rowNo ?? 0;
  const issue = (key: ColumnKey, code: IssueCode) => {
    const column = header.titles[header.mapping.columns[key] ?? -1] ?? "";
    return makeIssue(code, { rowNo, column }, { first });
  };
  const field = conflictingField(earlier, later);
  if (field) return [issue(field, "sourceIdConflict")];
  return header.layout === "person" ? [issue("sourceId", "sourceIdRepeated")] : [];
}

/** The first of the four fields that both lines give and give differently. */
function conflictingField(one: ParsedRecord, other: ParsedRecord) {
  const values = (record: ParsedRecord) => ({
    fullName: foldName(record.fullName),
    birthDate: record.birthDate?.precision === "day" ? record.birthDate.value : null,
    sex: record.sex,
    idNumber: record.idNumber,
  });
  const left = values(one);
  const right = values(other);
  const fields = ["fullName", "birthDate", "sex", "idNumber"] as const;
  return fields.find((key) => left[key] && right[key] && left[key] !== right[key]);
}
