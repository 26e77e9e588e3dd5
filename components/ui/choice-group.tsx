import type { ReactNode } from "react";
import { Checkbox } from "./checkbox";
import type { SelectOption } from "./select";

interface ChoiceGroupProps {
  name: string;
  legend: ReactNode;
  options: readonly (SelectOption & { hint?: string })[];
  kind?: "checkbox" | "radio";
  /** Values ticked at the start. */
  chosen?: readonly string[];
  required?: boolean;
}

/** Several ticks, or one of several, under one question. */
export function ChoiceGroup({ kind = "radio", chosen = [], options, ...group }: ChoiceGroupProps) {
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{group.legend}</legend>
      {options.map(({ value, label, hint, disabled }) => (
        <Checkbox
          key={value}
          kind={kind}
          name={group.name}
          value={value}
          label={label}
          hint={hint}
          disabled={disabled}
          required={kind === "radio" && group.required}
          defaultChecked={chosen.includes(value)}
        />
      ))}
    </fieldset>
  );
}
