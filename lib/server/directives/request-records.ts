import "server-only";
import { z } from "zod";
import { maskNumber } from "@/lib/domain/records/mask";
import type { TaskState } from "@/lib/domain/tasks/states";
import { command } from "@/lib/server/core/command";
import { FIND } from "./sql";

/** A record that may be the one that somebody speaks of; without more than is needed to choose it. */
export interface FoundRecord {
  id: string;
  code: string;
  fullName: string | null;
  birthYear: number | null;
  idNumber: string | null;
  hamlet: string | null;
  /** null: nobody works on it */
  taskState: TaskState | null;
}

const MOST_FOUND = 10;

/** What was typed is a record's code, an identity number, or else a name. */
function wayOf(text: string): { way: keyof typeof FIND; value: string } {
  const bare = text.replace(/[\s.]+/g, "");
  if (/^tc-?\d+$/i.test(bare)) {
    return { way: "code", value: `TC-${bare.replace(/\D/g, "").padStart(8, "0")}` };
  }
  if (/^\d{8,12}$/.test(bare)) return { way: "number", value: bare };
  return { way: "name", value: text.replace(/\s+/g, " ") };
}

/**
 * Looks for a record of the officer's own area. It reads, and is a command all the same: who looked for
 * records, by what and how many were shown, is written down (the words themselves are not).
 */
export const findRecords = command({
  name: "request.find",
  permission: "request:enter",
  input: z.object({
    requestId: z.uuid().optional(),
    text: z.string().trim().min(2, "findShort").max(200),
  }),
  async run({ sql }, { requestId, text }) {
    const { way, value } = wayOf(text);
    const rows = await sql<FoundRecord>(FIND[way], [value]);
    const records = rows.slice(0, MOST_FOUND).map((row) => ({
      ...row,
      idNumber: row.idNumber ? maskNumber(row.idNumber) : null,
    }));
    return {
      data: { records, more: rows.length > MOST_FOUND },
      audit: {
        entity: "request",
        entityId: requestId,
        detail: { by: way, records: records.map((row) => row.id) },
      },
    };
  },
});
