"use client";

import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { useTranslations } from "use-intl/react";
import { Icon } from "./icon";

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Buttons, the one to press last. */
  footer?: ReactNode;
  /** Only to be read: the page behind stays alive, and opening costs it nothing. */
  reading?: boolean;
}

/** A press on the backdrop reaches the dialog itself, outside its box. */
function isOutside({ target, currentTarget, clientX, clientY }: MouseEvent<HTMLDialogElement>) {
  const box = currentTarget.getBoundingClientRect();
  const inside =
    clientX >= box.left && clientX <= box.right && clientY >= box.top && clientY <= box.bottom;
  return target === currentTarget && !inside;
}

/** One that an older browser shows as a dialog is none; neither does it know the name. */
const POPPED = ":is(:popover-open)";

function show(box: HTMLDialogElement, reading: boolean): void {
  // Browsers before 2024 know no popover, and show it as any other dialog.
  if (reading && "showPopover" in box) box.showPopover();
  else if (!box.open) box.showModal();
  const first = reading ? box : box.querySelector<HTMLElement>("[data-first]");
  first?.focus();
}

/**
 * The native dialog: it closes on Esc and gives the focus back. A modal one holds the focus and begins at
 * the control marked `data-first`, where there is one; one for reading is a popover.
 */
export function Dialog({ open, onClose, title, children, footer, reading = false }: DialogProps) {
  const t = useTranslations("common.dialog");
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (open && box.current) show(box.current, reading);
    else if (box.current?.matches(POPPED)) box.current.hidePopover();
    else box.current?.close();
  }, [open, reading]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the key, handled by the dialog itself
    <dialog
      ref={box}
      aria-labelledby={titleId}
      popover={reading ? "auto" : undefined}
      tabIndex={reading ? -1 : undefined}
      data-focus={reading ? "quiet" : undefined}
      onToggle={({ newState }) => reading && newState === "closed" && onClose()}
      onClose={onClose}
      onClick={(event) => isOutside(event) && onClose()}
      className="m-auto max-h-[85dvh] w-[min(40rem,calc(100vw-2rem))] overflow-y-auto rounded-md border border-line bg-raised text-ink shadow-float"
    >
      <div className="flex items-start justify-between gap-4 border-b border-line px-5 py-3">
        <h2 id={titleId} className="text-lg">
          {title}
        </h2>
        <button
          type="button"
          onClick={onClose}
          className="-mr-2 flex size-11 shrink-0 items-center justify-center rounded-md text-quiet hover:bg-hover md:size-8"
        >
          <Icon name="close" label={t("close")} />
        </button>
      </div>
      <div className="px-5 py-4">{children}</div>
      {footer ? (
        <div className="flex flex-wrap justify-end gap-3 border-t border-line px-5 py-3">
          {footer}
        </div>
      ) : null}
    </dialog>
  );
}
