/** Attributes that tie a control to its label, hint and error. */
export interface ControlAttributes {
  id: string;
  name: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
}

interface Described {
  name: string;
  scope?: string;
  hint?: unknown;
  error?: string;
}

/** The id of the control of a field; the error summary links to it. */
export function fieldId(name: string, scope = "field"): string {
  return `${scope}-${name.replaceAll(".", "-")}`;
}

export function controlAttributes({ name, scope, hint, error }: Described): ControlAttributes {
  const id = fieldId(name, scope);
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return {
    id,
    name,
    "aria-describedby": described || undefined,
    "aria-invalid": error ? true : undefined,
  };
}
