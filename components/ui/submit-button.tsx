"use client";

import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button";

/** True for the very button that was pressed, when a form has several. */
function isPressed(data: FormData, { name, value }: Pick<ButtonProps, "name" | "value">): boolean {
  return name === undefined || value === undefined || data.get(name) === String(value);
}

/** Sends its form, and shows that the form is being sent. Primary unless said otherwise. */
export function SubmitButton({ variant = "primary", pending, disabled, ...rest }: ButtonProps) {
  const status = useFormStatus();
  const turning = pending || (status.pending && isPressed(status.data, rest));
  return (
    <Button
      {...rest}
      type="submit"
      variant={variant}
      pending={turning}
      disabled={disabled || status.pending}
    />
  );
}
