"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { classNames } from "./class-names";
import { type ControlAttributes, controlAttributes, fieldId } from "./field-attributes";
import { Icon } from "./icon";

export interface FieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  /** Says "optional" beside the label; a field without it is expected. */
  optional?: boolean;
  /** Tells apart fields of the same name in two forms of a page. */
  scope?: string;
  className?: string;
}

interface FieldFrameProps extends FieldProps {
  children: (control: ControlAttributes) => ReactNode;
}

/** Label above, hint below it, error last: all three tied to the control by its id. */
export function Field({ children, ...field }: FieldFrameProps) {
  const t = useTranslations("common.field");
  const id = fieldId(field.name, field.scope);
  const { label, hint, error, optional, className } = field;
  return (
    <div
      className={classNames(
        "flex flex-col gap-1",
        error && "border-l-4 border-danger pl-3",
        className,
      )}
    >
      <label htmlFor={id} className="font-semibold">
        {label}
        {optional ? <span className="font-normal text-quiet"> ({t("optional")})</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-quiet">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm text-danger">
          <Icon name="alert" size={18} className="mt-px" />
          {error}
        </p>
      ) : null}
      {children(controlAttributes(field))}
    </div>
  );
}
