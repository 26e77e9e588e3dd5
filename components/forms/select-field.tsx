"use client";

import type { ComponentProps } from "react";
import { Field, type FieldProps } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { useFieldError } from "./form-errors";
import { splitField } from "./split-field";

type SelectFieldProps = FieldProps & Omit<ComponentProps<typeof Select>, keyof FieldProps | "id">;

/** A native list with its label, hint and the form's word on it. */
export function SelectField(props: SelectFieldProps) {
  const error = useFieldError(props.name) ?? props.error;
  const [field, select] = splitField(props);
  return (
    <Field {...field} error={error}>
      {(control) => <Select {...select} {...control} />}
    </Field>
  );
}
