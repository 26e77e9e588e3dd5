import { Icon } from "@/components/ui/icon";
import type { Mark } from "./difference";
import { MARK_ICONS } from "./mark-style";

/** The sign of a mark; the words beside it carry the meaning. */
export function Sign({ mark }: { mark: Mark }) {
  const icon = MARK_ICONS[mark];
  if (icon) return <Icon name={icon} size={15} className="inline-block align-[-2px]" />;
  return <Tilde />;
}

/** The sign for tone and diacritics, drawn: as a letter it is too small to be seen. */
function Tilde() {
  return (
    <svg
      width="0.9375rem"
      height="0.9375rem"
      viewBox="0 0 15 15"
      aria-hidden="true"
      className="inline-block"
    >
      <path
        d="M1.5 9.2c1.2-3.4 3.6-3.9 5.6-2.1s4.6 2 6.4-1.4"
        className="fill-none stroke-current"
        strokeWidth="1.8"
        strokeLinecap="round"
      />
    </svg>
  );
}
