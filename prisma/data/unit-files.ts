import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import {
  buildSuccessors,
  buildUnits,
  type ProvinceSuccessorRow,
  type SuccessorRow,
  type UnitRow,
  type UnitSuccessor,
} from "@/lib/domain/units/build-units";
import type { Unit } from "@/lib/domain/units/unit";

/** The rows of a CSV file of this folder, by column name. Everything is text: codes keep their zeros. */
export function readRows<Row>(fileName: string): Row[] {
  return parse(readText(fileName), { columns: true, skip_empty_lines: true, bom: true }) as Row[];
}

/** A file of this folder as text. */
export function readText(fileName: string): string {
  return readFileSync(new URL(fileName, import.meta.url), "utf8");
}

/** Both trees of units, from the Statistics Office's tables. */
export function readUnits(): Unit[] {
  const past = readRows<UnitRow>("admin_units_2022.csv");
  const today = readRows<UnitRow>("admin_units_2025.csv");
  return buildUnits({ past, today });
}

/** Every step from a unit of 2022 to one of today. */
export function readSuccessors(): UnitSuccessor[] {
  return buildSuccessors(
    readRows<SuccessorRow>("admin_successors.csv"),
    readRows<ProvinceSuccessorRow>("admin_successors_provinces.csv"),
  );
}
