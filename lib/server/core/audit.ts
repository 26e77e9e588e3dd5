import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { Sql } from "./db";
import { newId } from "./id";
import { prepared } from "./prepared";

/** What a command leaves in the audit: never a personal value, only names of fields and states. */
export interface AuditNote {
  entity?: string;
  entityId?: string;
  detail?: Record<string, string | number | boolean | null | string[]>;
}

const INSERT = prepared(
  "insert into audit_entry (id, officer_id, unit_path, command, entity, entity_id, result, detail)" +
    " values ($1,$2,$3,$4,$5,$6,$7,$8)",
);

export interface AuditLine {
  actor: Actor;
  command: string;
  result: string;
  note: AuditNote;
}

export async function writeAudit(sql: Sql, line: AuditLine): Promise<void> {
  const { actor, command, result, note } = line;
  const detail = note.detail ? JSON.stringify(note.detail) : null;
  await sql(INSERT, [
    newId(),
    actor.officerId,
    actor.unitPath,
    command,
    note.entity ?? null,
    note.entityId ?? null,
    result,
    detail,
  ]);
}
