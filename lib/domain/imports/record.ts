import type { Identity } from "@/lib/domain/records/identity";

/**
 * One injection as received. `date` is yyyy-MM-dd, null when `dateText`, the cell itself, is not a
 * day that exists. A dose is kept whatever is wrong with it.
 */
export interface ParsedDose {
  number: number | null;
  date: string | null;
  dateText: string | null;
  vaccine: string | null;
  lot: string | null;
  facility: string | null;
}

/** A line of the file, untouched: what corrected rows are exported from. */
export interface SourceRow {
  rowNo: number;
  cells: string[];
}

/**
 * One person of the source system as a file tells it. Texts have ordinary spaces and Unicode form and
 * are otherwise as received; a number that can't be read is kept as it stands.
 */
export interface ParsedRecord extends Identity {
  sourceId: string;
  fullName: string;
  /** Carries a passport and is therefore not compared with the registry. */
  foreign: boolean;
  documentType: string | null;
  insuranceNumber: string | null;
  phone: string | null;
  provinceName: string | null;
  districtName: string | null;
  communeName: string | null;
  communeCode: string | null;
  address: string | null;
  group: string | null;
  errorKind: string | null;
  verification: string | null;
  note: string | null;
  doses: ParsedDose[];
  /** One line in the person layout, one for each dose in the dose layout. */
  sourceRows: SourceRow[];
}
