import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { Tx } from "./db";
import { newId } from "./id";
import { prepared } from "./prepared";

/** What a command leaves in the audit: never a personal value, only names of fields and states. */
export interface AuditNote {
  entity?: string;
  entityId?: string;
  detail?: Record<string, string | number | boolean | null | string[]>;
}

const INSERT = prepared(`
  insert into audit_entry (id, officer_id, unit_path, command, entity, entity_id, result, detail)
  select * from jsonb_to_recordset($1::jsonb) as x(id uuid, officer_id uuid, unit_path text, command text,
    entity text, entity_id text, result text, detail jsonb)`);

export interface AuditLine {
  actor: Actor;
  command: string;
  result: string;
  note: AuditNote;
}

function rowOf({ actor, command, result, note }: AuditLine) {
  return {
    id: newId(),
    officer_id: actor.officerId,
    unit_path: actor.unitPath,
    command,
    entity: note.entity ?? null,
    entity_id: note.entityId ?? null,
    result,
    detail: note.detail ?? null,
  };
}

/** Written at the end of the transaction, along with its commit. */
export function writeAudit({ last }: Pick<Tx, "last">, ...lines: AuditLine[]): void {
  last(INSERT, [JSON.stringify(lines.map(rowOf))]);
}
