"use client";

import { useTranslations } from "use-intl/react";
import { Icon } from "./icon";

export interface Step {
  id: string;
  label: string;
}

interface StepsProps {
  steps: readonly Step[];
  /** Id of the step under way. */
  current: string;
}

type Standing = "done" | "current" | "todo";

const LOOKS: Record<Standing, string> = {
  done: "border-settled bg-settled-soft text-settled",
  current: "border-action bg-action text-on-action",
  todo: "border-edge text-quiet",
};

function standing(index: number, current: number): Standing {
  if (index === current) return "current";
  return index < current ? "done" : "todo";
}

/** Where one is in work of several steps. */
export function Steps({ steps, current }: StepsProps) {
  const t = useTranslations("common.steps");
  const position = steps.findIndex(({ id }) => id === current);
  return (
    <div>
      <p className="text-sm text-quiet md:hidden">
        {t("position", { current: position + 1, total: steps.length })}
      </p>
      <ol aria-label={t("label")} className="flex flex-col gap-2 md:flex-row md:gap-6">
        {steps.map(({ id, label }, index) => {
          const is = standing(index, position);
          return (
            <li
              key={id}
              aria-current={is === "current" ? "step" : undefined}
              className="flex items-center gap-2"
            >
              <span
                className={`flex size-7 shrink-0 items-center justify-center rounded-full border text-sm tabular-nums ${LOOKS[is]}`}
              >
                {is === "done" ? <Icon name="check" size={16} /> : index + 1}
              </span>
              <span className={is === "current" ? "font-semibold" : "text-quiet"}>
                {label}
                <span className="sr-only">, {t(is)}</span>
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
