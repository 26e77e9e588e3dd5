import { PaperHead } from "@/components/paper/paper-head";
import { PaperSheet } from "@/components/paper/paper-sheet";
import { PaperTable } from "@/components/paper/paper-table";
import { Recipients } from "@/components/paper/recipients";
import { SignatureBlock } from "@/components/paper/signatures";
import type { ReportAppendix, ReportPaper, ReportPart } from "@/lib/domain/progress/report/paper";

const TEXT = "max-w-none indent-[10mm] text-justify";

function Part({ part }: { part: ReportPart }) {
  if (part.kind === "text") return <p className={TEXT}>{part.text}</p>;
  if (part.kind === "item") return <p className={TEXT}>- {part.text}</p>;
  return (
    <div className="my-1">
      {part.untitled ? null : (
        <p aria-hidden className="mb-1 max-w-none break-after-avoid text-center text-[13pt] italic">
          {part.title}
        </p>
      )}
      <PaperTable {...part.table} title={part.title} />
    </div>
  );
}

/** Parts have no name of their own; their words tell them apart. */
const nameOf = (part: ReportPart) => (part.kind === "table" ? part.title : part.text);

function Parts({ parts }: { parts: readonly ReportPart[] }) {
  return (
    <div className="mt-2 flex flex-col gap-2">
      {parts.map((part) => (
        <Part key={nameOf(part)} part={part} />
      ))}
    </div>
  );
}

function Title({ paper }: { paper: ReportPaper }) {
  return (
    <div className="mt-6 mb-4 text-center font-semibold">
      <h2 className="text-[14pt] font-semibold">{paper.kind}</h2>
      <p className="mx-auto max-w-none">{paper.title}</p>
      <p className="mx-auto max-w-none">{paper.period}</p>
      <span className="mx-auto mt-1 block w-1/4 border-t border-ink" />
    </div>
  );
}

function Appendix({ heading, title, notes, parts }: ReportAppendix) {
  return (
    <section className="mt-10 border-t border-line pt-8 print:mt-0 print:break-before-page print:border-0 print:pt-0">
      <h3 className="text-center text-[14pt] font-semibold">
        {heading}
        <span className="block">{title}</span>
      </h3>
      {notes.map((note) => (
        <p key={note} className="mx-auto max-w-none text-center text-[13pt] italic">
          {note}
        </p>
      ))}
      <Parts parts={parts} />
    </section>
  );
}

/** A report as an official paper. */
export function Paper({ paper, label }: { paper: ReportPaper; label: string }) {
  return (
    <PaperSheet label={label} foot={paper.foot}>
      <PaperHead issuer={paper.issuer} state={paper.state} />
      <Title paper={paper} />
      <Parts parts={paper.opening.map((text) => ({ kind: "text", text }))} />
      {paper.sections.map(({ heading, parts }) => (
        <section key={heading} className="mt-4">
          <h3 className="indent-[10mm] text-[14pt] font-semibold break-after-avoid">{heading}</h3>
          <Parts parts={parts} />
        </section>
      ))}
      <p className={`${TEXT} mt-3`}>{paper.closing}</p>
      <div className="mt-8 grid gap-8 break-inside-avoid sm:grid-cols-2 print:grid-cols-2">
        <Recipients {...paper.recipients} />
        <SignatureBlock {...paper.signature} />
      </div>
      {paper.appendices.map((appendix) => (
        <Appendix key={appendix.heading} {...appendix} />
      ))}
    </PaperSheet>
  );
}
