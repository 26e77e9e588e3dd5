import type { FieldComparison, IdentityField } from "@/lib/domain/matching/vocabulary";

/** What the engine says about the values as they stand now. */
export interface LiveScore {
  /** 0..1 */
  score: number;
  /** 0..1, from which a record is accepted. */
  threshold: number;
  fields?: Partial<Record<IdentityField, Pick<FieldComparison, "class" | "points">>>;
  /** the field that alone would be enough */
  settlingField?: IdentityField | null;
  /** the score is reached and somebody else is as near, or the number is another's */
  contested?: boolean;
}
