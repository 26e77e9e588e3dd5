"use client";

import type { ComponentProps } from "react";
import { Field, type FieldProps } from "@/components/ui/field";
import { FileInput } from "@/components/ui/file-input";
import { useFieldError } from "./form-errors";
import { splitField } from "./split-field";

type FileFieldProps = FieldProps & Omit<ComponentProps<typeof FileInput>, keyof FieldProps | "id">;

/** A file with its label, hint and the form's word on it. */
export function FileField(props: FileFieldProps) {
  const error = useFieldError(props.name) ?? props.error;
  const [field, input] = splitField(props);
  return (
    <Field {...field} error={error}>
      {(control) => <FileInput {...input} {...control} />}
    </Field>
  );
}
