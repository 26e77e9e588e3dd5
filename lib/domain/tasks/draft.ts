import { z } from "zod";
import { CORRECTABLE } from "./field-policy";

const DraftField = z.object({
  choice: z.enum(["registry", "record", "edit", "unknown"]).nullable(),
  value: z.string().max(500),
});

/**
 * What an officer has chosen and typed on a task and not sent. Numbers that were taken from a side are
 * as they were shown, masked: which side was taken is what counts.
 */
export const Draft = z.object({
  personId: z.uuid().nullable(),
  fields: z.partialRecord(z.enum(CORRECTABLE), DraftField),
  /** what the record said when the draft was begun, as it was shown */
  base: z.partialRecord(z.enum(CORRECTABLE), z.string().max(500).nullable()),
});
export type Draft = z.output<typeof Draft>;

/** A draft with where it belongs: the version of the task as it was seen, and when it was saved (ISO). */
export interface SavedDraft {
  taskId: string;
  version: number;
  savedAt: string;
  content: Draft;
}
