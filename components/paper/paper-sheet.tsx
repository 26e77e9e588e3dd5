import type { ReactNode } from "react";
import { PAPER_FACE } from "./paper-face";

interface PaperSheetProps {
  /** What it is; read aloud, not shown. */
  label: string;
  /** At the foot of every printed page. */
  foot: string;
  children: ReactNode;
}

/**
 * The sheet of an official paper, in the layout of Decree 30/2020/NĐ-CP; margins, numbers and feet of the
 * printed pages are in `globals.css` (`official-paper`).
 */
export function PaperSheet({ label, foot, children }: PaperSheetProps) {
  return (
    <article
      lang="vi"
      aria-label={label}
      className={`${PAPER_FACE} official-paper max-w-[210mm] rounded-md border border-line bg-surface p-5 text-[14pt] leading-[1.4] md:px-14 md:py-12 print:max-w-none print:rounded-none print:border-0 print:p-0`}
    >
      <div className="official-paper-body">{children}</div>
      <footer className="official-paper-foot text-[7.5pt] break-all text-quiet print:text-ink">
        <p className="max-w-none pt-4">{foot}</p>
      </footer>
    </article>
  );
}
