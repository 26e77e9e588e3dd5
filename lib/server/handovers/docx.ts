import "server-only";
import type { OfficialPaper } from "@/lib/domain/handovers/paper";
import { BODY, body, paperFile, recipientLines } from "./docx-file";
import { headTable, linesTable, signatureTable } from "./docx-tables";
import { paragraph } from "./docx-text";

/** The list of a handover as a Word file (OOXML). */
export function handoverDocx(paper: OfficialPaper): Promise<Buffer> {
  return paperFile({
    title: paper.title,
    creator: paper.issuer.body,
    foot: paper.foot,
    children: [
      headTable(paper),
      paragraph({ text: paper.title, size: BODY, bold: true, before: 18, after: 12 }),
      body(paper.intro, { after: 6 }),
      linesTable(paper),
      ...paper.closing.map((text) => body(text, { before: 6 })),
      paragraph({ text: "", size: 20 }),
      signatureTable(paper.signatures),
      ...recipientLines(paper.recipients),
    ],
  });
}
