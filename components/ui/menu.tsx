"use client";

import Link from "next/link";
import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { type ButtonLook, buttonStyle } from "./button-style";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./icon";

interface MenuProps extends ButtonLook {
  /** Words of the button; with `icon` alone, they are read aloud only. */
  label: string;
  icon?: IconName;
  iconOnly?: boolean;
  children: ReactNode;
}

/** A button with further actions below it. Needs script: put nothing here that has no other way. */
export function Menu({ label, icon, iconOnly, children, ...look }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={buttonStyle(look)} aria-label={iconOnly ? label : undefined}>
        {icon ? <Icon name={icon} size={18} /> : null}
        {iconOnly ? null : label}
        {iconOnly ? null : <Icon name="chevronDown" size={16} />}
      </DropdownMenu.Trigger>
      <DropdownMenu.Content
        align="end"
        sideOffset={4}
        collisionPadding={8}
        className="z-40 min-w-48 rounded-md border border-line bg-raised p-1 text-ink shadow-float"
      >
        {children}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}

const ITEM =
  "flex min-h-11 cursor-pointer items-center gap-2 rounded-md px-3 py-1.5 text-base outline-none select-none data-disabled:cursor-not-allowed data-disabled:text-quiet data-highlighted:bg-action-soft md:min-h-9";

interface MenuItemProps {
  icon?: IconName;
  children: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  href?: string;
  onSelect?: () => void;
}

/** One line of a menu: a link with `href`, otherwise an action. */
export function MenuItem({ icon, children, danger, href, ...item }: MenuItemProps) {
  const words = (
    <>
      {icon ? <Icon name={icon} size={18} /> : null}
      {children}
    </>
  );
  const look = classNames(ITEM, danger && "text-danger");
  return (
    <DropdownMenu.Item {...item} asChild={href !== undefined} className={look}>
      {href === undefined ? words : <Link href={href}>{words}</Link>}
    </DropdownMenu.Item>
  );
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className="my-1 h-px bg-line" />;
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return (
    <DropdownMenu.Label className="px-3 py-1.5 text-xs text-quiet">{children}</DropdownMenu.Label>
  );
}
