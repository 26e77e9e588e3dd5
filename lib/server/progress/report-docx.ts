import "server-only";
import type { ISectionOptions, Paragraph } from "docx";
import type { ReportAppendix, ReportPaper, ReportPart } from "@/lib/domain/progress/report/paper";
import { BODY, body, paperFile, recipientLines } from "@/lib/server/handovers/docx-file";
import { headTable, linesTable, sides, signatureBlock } from "@/lib/server/handovers/docx-tables";
import { paragraph, rule } from "@/lib/server/handovers/docx-text";

type Children = ISectionOptions["children"];

function partOf(part: ReportPart): Children {
  if (part.kind === "text") return [body(part.text, { before: 3, after: 3 })];
  if (part.kind === "item") return [body(`- ${part.text}`, { before: 3, after: 3 })];
  const { title: text, untitled, table } = part;
  const above = { size: 26, italics: true, before: 6, after: 4, keepNext: true };
  return [...(untitled ? [] : [paragraph({ text, ...above })]), linesTable(table)];
}

/** A table is followed by some room, but for the last one: after a full page that would be a page of its own. */
function partsOf(parts: readonly ReportPart[]): Children {
  return parts.flatMap((part, at) => [
    ...partOf(part),
    ...(part.kind === "table" && at < parts.length - 1 ? [paragraph({ text: "", size: 12 })] : []),
  ]);
}

function heading(text: string): Paragraph {
  return body(text, { bold: true, before: 8, after: 3, keepNext: true });
}

function appendixOf({ heading: head, title, notes, parts }: ReportAppendix): Children {
  return [
    paragraph({ text: head, size: BODY, bold: true, newPage: true }),
    paragraph({ text: title, size: BODY, bold: true }),
    ...notes.map((text) => paragraph({ text, size: 26, italics: true })),
    paragraph({ text: "", size: 12 }),
    ...partsOf(parts),
  ];
}

/** A report as a Word file (OOXML). */
export function reportDocx(paper: ReportPaper): Promise<Buffer> {
  return paperFile({
    title: `${paper.kind} ${paper.title} ${paper.period}`,
    creator: paper.issuer.body,
    foot: paper.foot,
    children: [
      headTable(paper),
      paragraph({ text: paper.kind, size: BODY, bold: true, before: 18 }),
      paragraph({ text: paper.title, size: BODY, bold: true }),
      paragraph({ text: paper.period, size: BODY, bold: true, after: 3 }),
      rule(58),
      ...paper.opening.map((text) => body(text, { before: 3, after: 3 })),
      ...paper.sections.flatMap(({ heading: head, parts }) => [heading(head), ...partsOf(parts)]),
      body(paper.closing, { before: 6, after: 12 }),
      sides(recipientLines(paper.recipients), signatureBlock(paper.signature), [85, 80]),
      ...paper.appendices.flatMap(appendixOf),
    ],
  });
}
