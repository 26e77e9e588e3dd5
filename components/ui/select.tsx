import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { CONTROL_STYLE } from "./control-style";
import { Icon } from "./icon";

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

interface SelectProps extends ComponentProps<"select"> {
  options: readonly SelectOption[];
  /** First, empty choice ("Chọn…"), for a field that starts without an answer. */
  placeholder?: string;
}

/** The native list: it works with any thumb, reader and input method. */
export function Select({ options, placeholder, className, ...select }: SelectProps) {
  return (
    <span className={classNames("relative inline-flex w-full", className)}>
      <select {...select} className={classNames(CONTROL_STYLE, "appearance-none pr-9")}>
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map(({ value, label, disabled }) => (
          <option key={value} value={value} disabled={disabled}>
            {label}
          </option>
        ))}
      </select>
      <Icon
        name="chevronDown"
        size={18}
        className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-quiet"
      />
    </span>
  );
}
