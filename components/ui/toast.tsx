"use client";

import { createContext, type ReactNode, useCallback, useContext, useState } from "react";
import { useTranslations } from "use-intl/react";
import { type Toast, ToastCard } from "./toast-card";

type Shown = Toast & { id: number };

/** More would cover what one works on. */
const MOST = 2;

const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/** Shows a short notice at the bottom of the page: `const notify = useToast()`. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext);
}

/** Holds the notices. The region is always in the page, so that readers announce what enters. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTranslations("common.toast");
  const [toasts, setToasts] = useState<Shown[]>([]);
  const notify = useCallback((toast: Toast) => {
    setToasts((shown) => [...shown, { ...toast, id: (shown.at(-1)?.id ?? 0) + 1 }].slice(-MOST));
  }, []);
  const remove = useCallback((id: number) => {
    setToasts((shown) => shown.filter((toast) => toast.id !== id));
  }, []);
  const undoable = toasts.findLast((toast) => toast.undo)?.id;
  return (
    <ToastContext value={notify}>
      {children}
      <section
        aria-label={t("label")}
        aria-live="polite"
        className="pointer-events-none fixed inset-x-0 bottom-(--under) z-50 flex flex-col items-center gap-2 px-4 pb-4 print:hidden"
      >
        {toasts.map(({ id, ...toast }) => (
          <ToastCard key={id} toast={toast} last={id === undoable} onLeave={() => remove(id)} />
        ))}
      </section>
    </ToastContext>
  );
}
