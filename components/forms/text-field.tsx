"use client";

import type { ComponentProps } from "react";
import { Field, type FieldProps } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useFieldError } from "./form-errors";
import { splitField } from "./split-field";

export type TextFieldProps = FieldProps & Omit<ComponentProps<"input">, keyof FieldProps | "id">;

/** A line of text with its label, hint and the form's word on it. */
export function TextField(props: TextFieldProps) {
  const error = useFieldError(props.name) ?? props.error;
  const [field, input] = splitField(props);
  return (
    <Field {...field} error={error}>
      {(control) => <Input {...input} {...control} />}
    </Field>
  );
}
