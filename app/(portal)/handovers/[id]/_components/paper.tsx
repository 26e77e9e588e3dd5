import type { OfficialPaper } from "@/lib/domain/handovers/paper";
import { PAPER_FACE } from "./paper-face";
import { PaperHead } from "./paper-head";
import { PaperLines } from "./paper-lines";
import { Signatures } from "./signatures";

/**
 * The list as an official paper, in the layout of Decree 30/2020/NĐ-CP; margins, numbers and feet of
 * the printed pages are in `globals.css` (`official-paper`).
 */
export function Paper({ paper, label }: { paper: OfficialPaper; label: string }) {
  return (
    <article
      lang="vi"
      aria-label={label}
      className={`${PAPER_FACE} official-paper max-w-[210mm] rounded-md border border-line bg-surface p-5 text-[14pt] leading-[1.4] md:px-14 md:py-12 print:max-w-none print:rounded-none print:border-0 print:p-0`}
    >
      <div className="official-paper-body">
        <PaperHead issuer={paper.issuer} state={paper.state} />
        <h2 className="mt-6 text-center text-[14pt] font-semibold">{paper.title}</h2>
        <p className="mt-4 mb-3 max-w-none indent-[10mm] text-justify">{paper.intro}</p>
        <PaperLines {...paper} />
        {paper.closing.map((line) => (
          <p key={line} className="mt-2 max-w-none indent-[10mm] text-justify">
            {line}
          </p>
        ))}
        <Signatures signatures={paper.signatures} />
        <div className="mt-6 break-inside-avoid">
          <p className="text-[12pt] font-semibold italic">{paper.recipients.title}</p>
          {paper.recipients.lines.map((line) => (
            <p key={line} className="text-[11pt]">
              {line}
            </p>
          ))}
        </div>
      </div>
      <footer className="official-paper-foot text-[7.5pt] break-all text-quiet print:text-black">
        <p className="max-w-none pt-4">{paper.foot}</p>
      </footer>
    </article>
  );
}
