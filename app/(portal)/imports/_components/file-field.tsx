"use client";

import { Field } from "@/components/ui/field";
import { FileInput } from "@/components/ui/file-input";

interface FileFieldProps {
  label: string;
  hint: string;
  accept: string;
}

/** The file to upload, tied to its label. */
export function FileField({ label, hint, accept }: FileFieldProps) {
  return (
    <Field name="file" label={label} hint={hint}>
      {(control) => <FileInput {...control} accept={accept} required />}
    </Field>
  );
}
