"use client";

import Link from "next/link";
import { useTranslations } from "use-intl/react";
import { Icon } from "@/components/ui/icon";
import type { DifferenceClass } from "@/lib/domain/matching/vocabulary";
import { MARK_COLOUR, markOfClass } from "./mark-style";
import { Sign } from "./sign";

/** A class of difference: its sign, its words, and a small way to what it means, never alone on a line. */
export function ClassLabel({ kind }: { kind: DifferenceClass }) {
  const t = useTranslations("common.compare.class");
  const mark = markOfClass(kind);
  const words = t(kind).split(" ");
  const last = words.pop();
  return (
    <span className={`inline-flex items-start gap-1.5 text-sm ${MARK_COLOUR[mark]}`}>
      <span className="shrink-0">
        <Sign mark={mark} />
      </span>
      <span>
        {words.join(" ")}{" "}
        <span className="whitespace-nowrap">
          {last}
          {kind === "same" ? null : <ClassHelp kind={kind} />}
        </span>
      </span>
    </span>
  );
}

/** In a window of its own: what was chosen on this page must not be lost for a question. */
function ClassHelp({ kind }: { kind: DifferenceClass }) {
  const t = useTranslations("common.compare");
  const label = t("whatIs", { name: t(`class.${kind}`) });
  return (
    <Link
      href={`/help#${kind}`}
      target="_blank"
      prefetch={false}
      aria-label={label}
      title={label}
      className="-my-1 inline-flex size-6 items-center justify-center rounded-md align-middle text-quiet hover:bg-hover hover:text-action print:hidden"
    >
      <Icon name="help" size={14} />
    </Link>
  );
}
