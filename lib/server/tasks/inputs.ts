import "server-only";
import { z } from "zod";
import { CORRECTABLE } from "@/lib/domain/tasks/field-policy";

/** Every command on a task names the version that its officer saw. */
export const TaskVersion = z.object({
  taskId: z.uuid(),
  version: z.coerce.number().int().min(1),
});

const ChoiceInput = z.object({
  choice: z.enum(["registry", "record", "edit"]),
  value: z.string().max(500).nullish(),
});

export const TaskChoices = TaskVersion.extend({
  personId: z.uuid().nullish(),
  choices: z.partialRecord(z.enum(CORRECTABLE), ChoiceInput),
});

export const TaskComment = TaskVersion.extend({
  comment: z.string().trim().min(3, "commentNeeded").max(1000),
});
