import type { ComponentProps } from "react";
import { type ButtonLook, buttonStyle } from "./button-style";
import { Icon, type IconName } from "./icon";

export interface ButtonProps extends ButtonLook, Omit<ComponentProps<"button">, "className"> {
  icon?: IconName;
  /** Work started by this button is under way: it turns and can't be pressed again. */
  pending?: boolean;
}

/** A button that acts. `type` is "button" unless said otherwise; `SubmitButton` sends a form. */
export function Button({ variant, size, className, icon, pending, ...rest }: ButtonProps) {
  const { children, disabled, type = "button", ...button } = rest;
  return (
    <button
      {...button}
      type={type}
      disabled={disabled || pending}
      aria-busy={pending || undefined}
      className={buttonStyle({ variant, size, className })}
    >
      {pending ? <Icon name="spinner" size={18} className="animate-spin" /> : null}
      {icon && !pending ? <Icon name={icon} size={18} /> : null}
      {children}
    </button>
  );
}
