"use client";

import type { ComponentProps } from "react";
import { Field, type FieldProps } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { useFieldError } from "./form-errors";
import { splitField } from "./split-field";

type TextareaFieldProps = FieldProps & Omit<ComponentProps<"textarea">, keyof FieldProps | "id">;

/** Several lines of text with their label, hint and the form's word on them. */
export function TextareaField(props: TextareaFieldProps) {
  const error = useFieldError(props.name) ?? props.error;
  const [field, textarea] = splitField(props);
  return (
    <Field {...field} error={error}>
      {(control) => <Textarea {...textarea} {...control} />}
    </Field>
  );
}
