import { FORCES, type Force } from "@/lib/domain/access/roles";
import {
  type DifferenceClass,
  IDENTITY_FIELDS,
  type IdentityField,
} from "@/lib/domain/matching/vocabulary";

/** What the tasks of a cluster have in common besides the difference itself. */
export const CLUSTER_KINDS = ["cause", "batch", "facility", "phone"] as const;
export type ClusterKind = (typeof CLUSTER_KINDS)[number];

/** Tasks are shown in so many as a sample before anything is done to all of them. */
export const SAMPLE_SIZE = 10;
/** Rows of one transaction. */
export const BULK_SLICE = 500;

/**
 * What names a cluster: no name, phone or number of anybody. `anchor` is the id of the batch, of a record
 * with the phone, or of a dose of the facility.
 */
export interface ClusterKey {
  kind: ClusterKind;
  force: Force;
  field: IdentityField;
  level: string;
  anchor: string | null;
}

const LEVEL = /^[a-z0-9_]{1,40}$/;
const ANCHOR = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function oneOf<Value extends string>(
  values: readonly Value[],
  text: string | undefined,
): Value | null {
  return values.find((value) => value === text) ?? null;
}

/** "cause.health.birthDate.swapped": stands in addresses. */
export function writeClusterKey({ kind, force, field, level, anchor }: ClusterKey): string {
  return [kind, force, field, level, ...(anchor ? [anchor] : [])].join(".");
}

function isAnchored(kind: ClusterKind, anchor: string | null): boolean {
  return kind === "cause" ? anchor === null : ANCHOR.test(anchor ?? "");
}

/** Reads a cluster's name back; null for anything that `writeClusterKey` doesn't write. */
export function readClusterKey(text: string): ClusterKey | null {
  const [first, second, third, level, ...rest] = text.split(".");
  const kind = oneOf(CLUSTER_KINDS, first);
  const force = oneOf(FORCES, second);
  const field = oneOf(IDENTITY_FIELDS, third);
  const anchor = rest.length > 0 ? rest.join(".") : null;
  if (!kind || !force || !field || !level) return null;
  return LEVEL.test(level) && isAnchored(kind, anchor)
    ? { kind, force, field, level, anchor }
    : null;
}

/** A cluster as it is found, with what its sentence needs. */
export interface FoundCluster extends ClusterKey {
  mainClass: DifferenceClass;
  count: number;
}

/**
 * A narrower cluster that holds all of the cause's tasks says nothing new; what is left comes with the
 * largest first.
 */
export function withoutRepeats<Found extends FoundCluster>(clusters: readonly Found[]): Found[] {
  const cause = (one: FoundCluster) => `${one.force} ${one.field} ${one.level}`;
  const whole = new Map(
    clusters.filter(({ kind }) => kind === "cause").map((one) => [cause(one), one.count]),
  );
  return clusters
    .filter((one) => one.kind === "cause" || whole.get(cause(one)) !== one.count)
    .toSorted((a, b) => b.count - a.count);
}
