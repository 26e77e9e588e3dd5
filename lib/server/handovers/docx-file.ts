import "server-only";
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import { PAPER_MARGINS, type PaperRecipients } from "@/lib/domain/handovers/paper";
import { mm, type Piece, paragraph } from "./docx-text";

/** Half points: 14 for text, 13 for tables. Source: Decree 30/2020/NĐ-CP, appendix I. */
export const BODY = 28;

/** A paragraph of the text of an official paper. */
export function body(text: string, more: Partial<Piece> = {}): Paragraph {
  return paragraph({ text, size: BODY, align: AlignmentType.JUSTIFIED, indent: 10, ...more });
}

export function recipientLines({ title, lines }: PaperRecipients): Paragraph[] {
  return [
    paragraph({ text: title, size: 24, bold: true, italics: true, before: 12, align: "left" }),
    ...lines.map((text) => paragraph({ text, size: 22, align: "left" })),
  ];
}

/** The number of the page, centred above the text and left out on the first. */
function pageNumber(): Header {
  const run = new TextRun({ children: [PageNumber.CURRENT], size: BODY });
  return new Header({ children: [new Paragraph({ alignment: "center", children: [run] })] });
}

const foot = (text: string) =>
  new Footer({ children: [paragraph({ text, size: 16, align: "left" })] });

export interface PaperFile {
  title: string;
  creator: string;
  /** at the foot of every page */
  foot: string;
  children: ISectionOptions["children"];
}

function sectionOf({ foot: text, children }: PaperFile): ISectionOptions {
  const { top, bottom, left, right } = PAPER_MARGINS;
  return {
    properties: {
      titlePage: true,
      page: {
        size: { width: mm(210), height: mm(297) },
        margin: {
          ...{ top: mm(top), bottom: mm(bottom), left: mm(left), right: mm(right) },
          ...{ header: mm(10), footer: mm(8) },
        },
      },
    },
    headers: { default: pageNumber(), first: new Header({ children: [] }) },
    footers: { default: foot(text), first: foot(text) },
    children,
  };
}

/** An official paper as a Word file (OOXML): its page, letters and margins. */
export function paperFile(paper: PaperFile): Promise<Buffer> {
  const file = new Document({
    title: paper.title,
    creator: paper.creator,
    styles: {
      default: {
        document: {
          run: { font: "Times New Roman", size: BODY, language: { value: "vi-VN" } },
          paragraph: { spacing: { line: 264, lineRule: LineRuleType.AUTO } },
        },
      },
    },
    sections: [sectionOf(paper)],
  });
  return Packer.toBuffer(file);
}
