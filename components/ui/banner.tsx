import type { ReactNode } from "react";
import { Icon } from "./icon";
import { TONE_BORDER, TONE_ICONS, TONE_SOFT, TONE_TEXT, type Tone } from "./tone";

interface BannerProps {
  tone?: Exclude<Tone, "neutral">;
  title?: ReactNode;
  children?: ReactNode;
  /** Links or buttons that answer the message. */
  action?: ReactNode;
  /** Appeared because of what the reader did: it is read out at once. */
  live?: boolean;
}

/** A message across the page, with what can be done about it. */
export function Banner({ tone = "info", title, children, action, live }: BannerProps) {
  const ground = TONE_SOFT[tone].split(" ")[0];
  return (
    <div
      role={live ? (tone === "danger" ? "alert" : "status") : undefined}
      className={`flex gap-3 rounded-md border-l-4 px-4 py-3 text-ink ${ground} ${TONE_BORDER[tone]}`}
    >
      <Icon name={TONE_ICONS[tone]} className={`mt-0.5 ${TONE_TEXT[tone]}`} />
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div>{children}</div> : null}
        {action ? <div className="flex flex-wrap gap-3">{action}</div> : null}
      </div>
    </div>
  );
}
