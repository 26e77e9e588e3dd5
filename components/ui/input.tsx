import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { CONTROL_STYLE } from "./control-style";

/** One line of text. Inside a `Field`, spread the field's attributes on it. */
export function Input({ className, type = "text", ...input }: ComponentProps<"input">) {
  return <input {...input} type={type} className={classNames(CONTROL_STYLE, className)} />;
}
