import { classNames } from "./class-names";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

export interface ButtonLook {
  variant?: ButtonVariant;
  size?: ButtonSize;
  className?: string;
}

const VARIANTS: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-action text-on-action hover:bg-action-strong",
  secondary: "border-edge bg-surface text-ink hover:border-action hover:bg-hover",
  quiet: "border-transparent bg-transparent text-action hover:bg-action-soft",
  danger: "border-transparent bg-danger text-on-danger hover:bg-danger-strong",
};

/* On a phone every button is at least 44 px high, for a thumb. */
const SIZES: Record<ButtonSize, string> = {
  sm: "min-h-11 gap-1.5 px-3 py-1 text-sm md:min-h-8 md:px-2.5",
  md: "min-h-11 gap-2 px-4 py-2 text-base md:min-h-10",
  lg: "min-h-12 gap-2 px-5 py-2.5 text-base",
};

const BASE =
  "inline-flex items-center justify-center rounded-md border text-center font-semibold transition-colors disabled:cursor-not-allowed disabled:opacity-55 aria-busy:cursor-progress print:hidden";

/** Classes of anything that looks like a button, link or not. */
export function buttonStyle({ variant = "secondary", size = "md", className }: ButtonLook): string {
  return classNames(BASE, VARIANTS[variant], SIZES[size], className);
}
