import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonLook, buttonStyle } from "./button-style";
import { Icon, type IconName } from "./icon";

interface LinkButtonProps extends ButtonLook, Omit<ComponentProps<typeof Link>, "className"> {
  icon?: IconName;
}

/** A link with the look of a button: it goes somewhere and changes nothing. */
export function LinkButton({ variant, size, className, icon, ...rest }: LinkButtonProps) {
  const { children, ...link } = rest;
  return (
    <Link {...link} className={buttonStyle({ variant, size, className })}>
      {icon ? <Icon name={icon} size={18} /> : null}
      {children}
    </Link>
  );
}
