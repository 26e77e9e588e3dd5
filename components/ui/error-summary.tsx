"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl/react";
import { Icon } from "./icon";

export interface FieldError {
  /** Id of the control to go to. */
  id: string;
  message: string;
}

interface ErrorSummaryProps {
  /** What went wrong as a whole. */
  message: string;
  errors?: readonly FieldError[];
}

/**
 * What has to be looked at again, above the form. It takes the focus when it appears, and again
 * for every new answer, so give it a new `key` each time.
 */
export function ErrorSummary({ message, errors = [] }: ErrorSummaryProps) {
  const t = useTranslations("common.form");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      data-focus="quiet"
      className="flex gap-3 rounded-md border-2 border-danger bg-surface px-4 py-3"
    >
      <Icon name="alert" className="mt-0.5 text-danger" />
      <div className="flex flex-col gap-1">
        <p className="font-semibold">
          {errors.length > 0 ? t("summary", { count: errors.length }) : t("summaryPlain")}
        </p>
        <p>{message}</p>
        <ul className="list-disc pl-5">
          {errors.map(({ id, message: text }) => (
            <li key={id}>
              <a href={`#${id}`} className="text-danger underline underline-offset-2">
                {text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
