import Link from "next/link";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** A link inside text or a table: action colour, underlined. */
export function TextLink({ className, ...link }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...link}
      className={classNames(
        "text-action underline decoration-1 underline-offset-2 hover:text-action-strong hover:decoration-2",
        className,
      )}
    />
  );
}
