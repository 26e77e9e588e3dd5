import "server-only";
import type { ParsedRecord } from "@/lib/domain/imports/record";
import { newId } from "@/lib/server/core/id";
import type { Place } from "./places";

export interface BatchOf {
  id: string;
  unitPath: string;
  sourceSystem: string;
}

/** What was received, in words, kept as it came. */
function received(record: ParsedRecord) {
  const { provinceName, districtName, communeName, communeCode, errorKind, verification, note } =
    record;
  const { fullName, birthDate, sex, idNumber, phone, address } = record;
  return {
    fullName,
    birthDate,
    sex,
    idNumber,
    phone,
    address,
    provinceName,
    districtName,
    communeName,
    communeCode,
    errorKind,
    verification,
    note,
  };
}

export function recordRow(record: ParsedRecord, place: Place, batch: BatchOf) {
  return {
    id: newId(),
    source_system: batch.sourceSystem,
    source_id: record.sourceId,
    batch_id: batch.id,
    unit_id: place.unitId,
    unit_path: place.unitPath,
    residence_status: place.status,
    received_unit_id: place.receivedUnitId,
    split_unit_id: place.splitUnitId,
    residence_rule_id: place.ruleId,
    received: received(record),
    full_name: record.fullName,
    birth_date: record.birthDate?.value ?? null,
    birth_precision: record.birthDate?.precision ?? null,
    sex: record.sex,
    id_number: record.idNumber,
    document_type: record.documentType,
    foreign: record.foreign,
    insurance_number: record.insuranceNumber,
    phone: record.phone,
    address: record.address,
    group_name: record.group,
  };
}

export function doseRows(record: ParsedRecord, recordId: string) {
  return record.doses.map((dose) => ({
    id: newId(),
    record_id: recordId,
    dose_no: dose.number,
    injected_on: dose.date,
    date_text: dose.dateText,
    vaccine: dose.vaccine,
    lot: dose.lot,
    facility: dose.facility,
  }));
}

export function sourceRows(record: ParsedRecord, recordId: string, batch: BatchOf) {
  return record.sourceRows.map(({ rowNo, cells }) => ({
    batch_id: batch.id,
    row_no: rowNo,
    unit_path: batch.unitPath,
    record_id: recordId,
    cells,
  }));
}
