import { PaperHead } from "@/components/paper/paper-head";
import { PaperSheet } from "@/components/paper/paper-sheet";
import { PaperTable } from "@/components/paper/paper-table";
import { Recipients } from "@/components/paper/recipients";
import { Signatures } from "@/components/paper/signatures";
import type { OfficialPaper } from "@/lib/domain/handovers/paper";

/** The list as an official paper. */
export function Paper({ paper, label }: { paper: OfficialPaper; label: string }) {
  return (
    <PaperSheet label={label} foot={paper.foot}>
      <PaperHead issuer={paper.issuer} state={paper.state} />
      <h2 className="mt-6 text-center text-[14pt] font-semibold">{paper.title}</h2>
      <p className="mt-4 mb-3 max-w-none indent-[10mm] text-justify">{paper.intro}</p>
      <PaperTable {...paper} />
      {paper.closing.map((line) => (
        <p key={line} className="mt-2 max-w-none indent-[10mm] text-justify">
          {line}
        </p>
      ))}
      <Signatures signatures={paper.signatures} />
      <div className="mt-6">
        <Recipients {...paper.recipients} />
      </div>
    </PaperSheet>
  );
}
