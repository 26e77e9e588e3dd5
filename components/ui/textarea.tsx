import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { CONTROL_STYLE } from "./control-style";

export function Textarea({ className, rows = 4, ...textarea }: ComponentProps<"textarea">) {
  return <textarea {...textarea} rows={rows} className={classNames(CONTROL_STYLE, className)} />;
}
