import type { CompareValue } from "@/components/compare/settlement";
import type { Choices } from "@/lib/domain/tasks/choice";
import { CORRECTABLE } from "@/lib/domain/tasks/field-policy";

/** Phone and address as they were typed; absent where nobody touched them. */
export type ContactValue = Partial<Record<"phone" | "address", string>>;

/** The fields that were chosen; "unknown" and what nobody touched stay as they are. */
export function choicesOf(value: CompareValue, contact: ContactValue = {}): Choices {
  const choices: Choices = {};
  for (const field of CORRECTABLE) {
    if (field === "phone" || field === "address") {
      const typed = contact[field];
      if (typed !== undefined) choices[field] = { choice: "edit", value: typed };
      continue;
    }
    const { choice, value: text } = value[field] ?? { choice: null, value: "" };
    if (choice === "registry" || choice === "record") choices[field] = { choice };
    if (choice === "edit") choices[field] = { choice, value: text };
  }
  return choices;
}
