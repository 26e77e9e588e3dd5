"use client";

import { type ReactNode, useState } from "react";
import { Button, type ButtonProps } from "./button";
import { Dialog, type DialogProps } from "./dialog";

interface DialogButtonProps
  extends Omit<ButtonProps, "title" | "onClick">,
    Pick<DialogProps, "reading"> {
  /** Words of the button; `children` is what the dialog holds. */
  label: ReactNode;
  title: ReactNode;
}

/** A button and the dialog that it opens. */
export function DialogButton(props: DialogButtonProps) {
  const { label, title, children, reading, ...button } = props;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button {...button} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title} reading={reading}>
        {children}
      </Dialog>
    </>
  );
}
