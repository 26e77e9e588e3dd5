import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import { TONE_ICONS, TONE_SOFT, type Tone } from "./tone";

interface StateChipProps {
  tone?: Tone;
  icon?: IconName;
  children: ReactNode;
}

/** A state: an icon and a word, so that colour is never the only sign. */
export function StateChip({ tone = "neutral", icon = TONE_ICONS[tone], children }: StateChipProps) {
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-md px-1.5 md:whitespace-nowrap py-0.5 text-sm ${TONE_SOFT[tone]}`}
    >
      <Icon name={icon} size={16} />
      {children}
    </span>
  );
}
