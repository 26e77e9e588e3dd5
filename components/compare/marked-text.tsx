"use client";

import { useTranslations } from "use-intl/react";
import type { Mark, Part } from "./difference";
import { MARK_STYLE } from "./mark-style";
import { Sign } from "./sign";

/** Marks without a shape around the letters get their sign after the value. */
const SIGNED: readonly Mark[] = ["diacritics", "swapped"];

/**
 * One value with its differing letters marked. It is read aloud whole: letters read one by one
 * say nothing, and the class of difference stands in words beside it.
 */
export function MarkedText({ parts }: { parts: readonly Part[] }) {
  const t = useTranslations("common.compare");
  const text = parts.map((part) => part.text).join("");
  const signs = SIGNED.filter((mark) => parts.some((part) => part.mark === mark));
  return (
    <span className="tabular-nums">
      <span className="sr-only">{text || t("empty")}</span>
      <span aria-hidden className="leading-relaxed whitespace-pre-wrap">
        {parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
          <span key={index} className={MARK_STYLE[part.mark]}>
            {part.text || (text === "" ? t("empty") : "\u2009")}
          </span>
        ))}
        {signs.map((mark) => (
          <span key={mark} className={mark === "swapped" ? "ml-1 text-info" : "ml-1 text-waiting"}>
            <Sign mark={mark} />
          </span>
        ))}
      </span>
    </span>
  );
}
