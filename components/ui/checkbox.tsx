import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

interface CheckboxProps extends Omit<ComponentProps<"input">, "type"> {
  label: ReactNode;
  hint?: ReactNode;
  /** "radio" for one of several with the same name. */
  kind?: "checkbox" | "radio";
}

/** A tick with its words; the whole line can be pressed. */
export function Checkbox({ label, hint, kind = "checkbox", className, ...input }: CheckboxProps) {
  return (
    <label className={classNames("flex min-h-11 items-start gap-3 py-2 md:min-h-10", className)}>
      <input {...input} type={kind} className="mt-0.5 size-5 shrink-0 accent-action" />
      <span>
        {label}
        {hint ? <span className="block text-sm text-quiet">{hint}</span> : null}
      </span>
    </label>
  );
}
