import "server-only";

/**
 * Whether a task keeps its record from being compared behind an officer's back. One that was closed
 * for want of information does not, once a later file has told something new, or the registry has
 * been read anew. `task` and `record` are aliases of the statement's own tables.
 */
export function holdsRecord(task: string, record: string): string {
  // Whatever is not known (no snapshot yet) is no reason to compare anew.
  return `not coalesce(${task}.state = 'closed' and ${task}.resolution = 'insufficient' and (
    new_evidence(${task}.evidence, record_evidence(${record})) <> '{}'
    or ${task}.closed_at < (select max(loaded_at) from registry_snapshot)), false)`;
}
