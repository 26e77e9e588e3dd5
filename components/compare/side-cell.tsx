"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { CompareCell } from "./compare-cell";
import type { Part } from "./difference";
import { MarkedText } from "./marked-text";

interface SideCellProps {
  side: "record" | "registry";
  parts: readonly Part[];
  hidden?: boolean;
  silent?: boolean;
  /** stands below the value */
  below?: ReactNode;
  chosen: boolean;
  /** Absent where nothing can be chosen. */
  onChoose?: () => void;
}

/** The value of one side with the button that chooses it; filled softly once chosen. */
export function SideCell({ side, parts, hidden, silent, below, chosen, onChoose }: SideCellProps) {
  const t = useTranslations("common.compare");
  return (
    <CompareCell
      label={t(`columns.${side}`)}
      className={classNames(
        "@max-3xl:@lg:col-span-1",
        chosen && "bg-action-soft @max-3xl:-mx-2 @max-3xl:rounded-md @max-3xl:px-2",
      )}
    >
      <div className="flex flex-col items-start gap-2">
        <span className="flex w-full items-start justify-between gap-2">
          {hidden || silent ? (
            <span className="text-sm text-quiet">{t(silent ? "silent" : "hidden")}</span>
          ) : (
            <MarkedText parts={parts} />
          )}
          {chosen ? <Icon name="check" size={18} className="mt-1 text-action" /> : null}
        </span>
        {below}
        {onChoose ? (
          <Button
            size="sm"
            aria-pressed={chosen}
            className="font-normal! aria-pressed:border-action aria-pressed:text-action"
            onClick={onChoose}
          >
            {t(`choice.${side}`)}
          </Button>
        ) : null}
      </div>
    </CompareCell>
  );
}
