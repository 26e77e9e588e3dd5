import "server-only";
import { maskNumber } from "@/lib/domain/records/mask";
import { found } from "@/lib/server/core/error";
import { query } from "@/lib/server/core/query";

interface Row {
  id: string;
  code: string;
  fullName: string | null;
  birthDate: string | null;
  birthPrecision: "day" | "month" | "year" | null;
  sex: "male" | "female" | null;
  idNumber: string | null;
  phone: string | null;
  address: string | null;
  groupName: string | null;
  hamlet: string | null;
  unitName: string;
  outcome: string | null;
  batch: string | null;
  duplicateOf: string | null;
}

const RECORD = `
  select r.id, r.code, r.full_name as "fullName", r.birth_date as "birthDate",
    r.birth_precision as "birthPrecision", r.sex, r.id_number as "idNumber", r.phone, r.address,
    r.group_name as "groupName", h.name as hamlet, u.name as "unitName", r.outcome, b.file_name as batch,
    d.code as "duplicateOf"
  from record r join unit u on u.id = r.unit_id left join hamlet h on h.id = r.hamlet_id
  left join import_batch b on b.id = r.batch_id left join record d on d.id = r.duplicate_of_id
  where r.id = $1`;

export interface DoseLine {
  doseNo: number | null;
  injectedOn: string | null;
  dateText: string | null;
  vaccine: string | null;
  lot: string | null;
  facility: string | null;
}

const DOSES = `
  select dose_no as "doseNo", injected_on as "injectedOn", date_text as "dateText", vaccine, lot, facility
  from dose where record_id = $1 order by injected_on nulls last, dose_no`;

export interface RecordTask {
  id: string;
  state: string;
  resolution: string | null;
  since: Date;
}

const TASKS = `
  select id, state, resolution, state_since as since from task where record_id = $1 order by created_at desc`;

export interface CorrectionLine {
  id: string;
  field: string;
  from: string | null;
  to: string | null;
  source: string;
  at: Date;
  published: boolean;
}

// An id number is masked in what it was and in what it has become.
const CORRECTIONS = `
  select id, field, from_value as from, to_value as to, source, at, published_at is not null as published
  from correction where record_id = $1 order by at desc`;

const mask = (number: string | null) => (number === null ? null : maskNumber(number));
const NUMBERS = ["idNumber", "phone", "insuranceNumber"];

/** A record to be read: numbers masked, its doses, what was corrected, its tasks. */
export const getRecordDetail = query("record:read", async ({ sql }, id: string) => {
  const record = found((await sql<Row>(RECORD, [id]))[0]);
  const corrections = await sql<CorrectionLine>(CORRECTIONS, [id]);
  return {
    ...record,
    idNumber: mask(record.idNumber),
    phone: mask(record.phone),
    doses: await sql<DoseLine>(DOSES, [id]),
    tasks: await sql<RecordTask>(TASKS, [id]),
    corrections: corrections.map((one) =>
      NUMBERS.includes(one.field) ? { ...one, from: mask(one.from), to: mask(one.to) } : one,
    ),
  };
});

export type RecordDetail = Awaited<ReturnType<typeof getRecordDetail>>;
