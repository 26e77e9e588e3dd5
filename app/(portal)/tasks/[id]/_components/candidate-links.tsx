"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { useTranslations } from "use-intl/react";
import { isComposition } from "@/components/compare/keys";
import { TextLink } from "@/components/ui/text-link";

interface CandidateLink {
  href: string;
  label: string;
  current: boolean;
}

const STEPS: Record<string, number> = { PageUp: -1, PageDown: 1 };
const TYPING = "input, textarea, select, dialog[open] *";

function stepOf(event: KeyboardEvent): number {
  const modified = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey;
  if (modified || event.defaultPrevented || isComposition(event)) return 0;
  return (event.target as Element).matches(TYPING) ? 0 : (STEPS[event.key] ?? 0);
}

/** The people who may be the record's; PageUp and PageDown go from one to the next. */
export function CandidateLinks({ label, links }: { label: string; links: CandidateLink[] }) {
  const hint = useTranslations("workbench.candidates")("hint");
  const router = useRouter();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const step = stepOf(event);
    const to = links[links.findIndex(({ current }) => current) + step];
    if (step === 0 || !to) return;
    event.preventDefault();
    router.replace(to.href, { scroll: false });
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
  return (
    <nav aria-label={label} title={hint} className="flex flex-wrap gap-x-4 gap-y-1">
      <span className="text-quiet">{label}:</span>
      {links.map(({ href, label: name, current }) =>
        current ? (
          <strong key={href} aria-current="true">
            {name}
          </strong>
        ) : (
          <TextLink key={href} href={href}>
            {name}
          </TextLink>
        ),
      )}
    </nav>
  );
}
