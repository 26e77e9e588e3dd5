import "server-only";
import { AlignmentType, BorderStyle, Paragraph, TextRun } from "docx";

const TWIPS_OF_MM = 1440 / 25.4;

/** Twentieths of a point; rounded, so that a margin is never a hair too narrow. */
export const mm = (millimetres: number) => Math.round(millimetres * TWIPS_OF_MM);

type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType];

/** One paragraph of one kind of letter; sizes in half points, distances in points, indents in mm. */
export interface Piece {
  text: string;
  size: number;
  bold?: boolean;
  italics?: boolean;
  align?: Alignment;
  before?: number;
  after?: number;
  indent?: number;
  /** stays on the page of the paragraph after it */
  keepNext?: boolean;
  /** begins a page */
  newPage?: boolean;
}

const POINT = 20;

export function paragraph(piece: Piece): Paragraph {
  const { text, size, bold, italics, align = AlignmentType.CENTER, keepNext } = piece;
  return new Paragraph({
    alignment: align,
    keepNext,
    pageBreakBefore: piece.newPage,
    spacing: { before: (piece.before ?? 0) * POINT, after: (piece.after ?? 0) * POINT },
    indent: piece.indent ? { firstLine: mm(piece.indent) } : undefined,
    children: [new TextRun({ text, size, bold, italics })],
  });
}

/** A line under a heading, as long as the cell less `inset` millimetres on either side. */
export function rule(inset: number): Paragraph {
  return new Paragraph({
    indent: { left: mm(inset), right: mm(inset) },
    spacing: { after: 6 * POINT, line: 60, lineRule: "exact" },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: "000000" } },
    children: [],
  });
}
