"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "./button";
import { Icon } from "./icon";
import { useUndoKey } from "./undo-key";

const SECOND = 1000;

export interface Toast {
  message: string;
  /** Offered for `seconds`, counted down; the toast leaves at the end. */
  undo?: () => void;
  /** Something to do about it, beside reading it. */
  action?: { label: string; run: () => void };
  /** What went wrong says so, and stays longer. */
  tone?: "danger";
  /** Without it a toast with undo stays ten seconds, one that asks for something thirty, any other six. */
  seconds?: number;
}

interface ToastCardProps {
  toast: Toast;
  /** Of several notices Ctrl+Z means the last one. */
  last: boolean;
  onLeave: () => void;
}

function secondsOf({ undo, action }: Toast): number {
  if (action) return 30;
  return undo ? 10 : 6;
}

/** Counts down by the second, and leaves at nought. */
function useCountdown(seconds: number, onEnd: () => void): number {
  const [left, setLeft] = useState(seconds);
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    const timer = setInterval(() => setLeft((now) => now - 1), SECOND);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (left <= 0) end();
  }, [left]);
  return left;
}

/** One notice. The seconds are silent: counting aloud would never end. */
export function ToastCard({ toast, last, onLeave }: ToastCardProps) {
  const t = useTranslations("common");
  const { message, undo, action, tone, seconds = secondsOf(toast) } = toast;
  const left = useCountdown(seconds, onLeave);
  const takeBack = undo
    ? () => {
        undo();
        onLeave();
      }
    : undefined;
  useUndoKey(last ? takeBack : undefined);
  return (
    <div className="pointer-events-auto flex w-full max-w-2xl flex-wrap items-center gap-x-3 rounded-md border border-line bg-raised px-4 py-2 text-ink shadow-float">
      <Icon
        name={tone === "danger" ? "alert" : "check"}
        className={tone === "danger" ? "text-danger" : "text-settled"}
      />
      <p className="min-w-40 flex-1 py-1.5">{message}</p>
      {action ? (
        <Button
          size="sm"
          onClick={() => {
            action.run();
            onLeave();
          }}
        >
          {action.label}
        </Button>
      ) : null}
      {takeBack ? (
        <Button
          size="sm"
          variant="quiet"
          icon="undo"
          className="whitespace-nowrap"
          aria-keyshortcuts="Control+Z"
          onClick={takeBack}
        >
          {t("actions.undo")}
          <span aria-hidden className="font-normal tabular-nums">
            {t("toast.left", { seconds: Math.max(0, left) })}
          </span>
        </Button>
      ) : null}
      <button
        type="button"
        onClick={onLeave}
        className="flex size-11 items-center justify-center rounded-md text-quiet hover:bg-hover md:size-8"
      >
        <Icon name="close" size={18} label={t("actions.close")} />
      </button>
    </div>
  );
}
