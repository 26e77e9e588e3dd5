import "server-only";
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from "docx";
import type {
  PaperColumn,
  PaperHeading,
  PaperSignature,
  PaperTable,
} from "@/lib/domain/handovers/paper";
import { LINES_KEPT_TOGETHER } from "@/lib/domain/handovers/paper";
import { mm, paragraph, rule } from "./docx-text";

const TEXT = 26;
const LEFT = 67;
const RIGHT = 98;
const NONE = { left: 0, right: 0, top: 0, bottom: 0 };

const wide = (width: number) => ({ size: mm(width), type: WidthType.DXA });

type Children = ConstructorParameters<typeof TableCell>[0]["children"];

/** Two blocks beside each other, without lines; widths in mm. */
export function sides(left: Children, right: Children, widths: [number, number]): Table {
  const cells = [left, right].map(
    (children, at) => new TableCell({ width: wide(widths[at] ?? 0), children }),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths.map(mm),
    width: wide(widths[0] + widths[1]),
    borders: TableBorders.NONE,
    margins: NONE,
    rows: [new TableRow({ cantSplit: true, children: cells })],
  });
}

/** Issuing body at the left; the State's name, its motto, place and date at the right. */
export function headTable({ issuer, state }: PaperHeading): Table {
  const { superior, body, number } = issuer;
  return sides(
    [
      ...(superior ? [paragraph({ text: superior, size: 24 })] : []),
      paragraph({ text: body, size: 24, bold: true }),
      rule(22),
      paragraph({ text: number, size: TEXT }),
    ],
    [
      paragraph({ text: state.name, size: 24, bold: true }),
      paragraph({ text: state.motto, size: 28, bold: true }),
      rule(20),
      paragraph({ text: state.placeAndDate, size: TEXT, italics: true }),
    ],
    [LEFT, RIGHT],
  );
}

interface Cell {
  column: PaperColumn;
  text: string;
  head: boolean;
  size: number;
  /** stays on the page of the line below it */
  keepNext: boolean;
}

const ALIGNED = {
  start: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  end: AlignmentType.RIGHT,
} as const;

function cellOf({ column, text, head, size, keepNext }: Cell): TableCell {
  const align = head ? AlignmentType.CENTER : ALIGNED[column.align];
  return new TableCell({
    width: wide(column.width),
    verticalAlign: head ? VerticalAlign.CENTER : undefined,
    children: [paragraph({ text, size, bold: head, align, keepNext })],
  });
}

/** A line for each row; the head comes back on every page and no line is split. */
export function linesTable({ columns, rows, tableLetter }: PaperTable): Table {
  const size = 2 * tableLetter;
  const whole = rows.length <= LINES_KEPT_TOGETHER;
  const rowOf = (texts: readonly string[], { head = false, keepNext = false }) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: columns.map((column, at) =>
        cellOf({ ...{ column, head, size, keepNext }, text: texts[at] ?? "" }),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: columns.map((column) => mm(column.width)),
    width: wide(columns.reduce((sum, column) => sum + column.width, 0)),
    margins: { left: mm(1.2), right: mm(1.2), top: mm(0.5), bottom: mm(0.5) },
    rows: [
      rowOf(
        columns.map((column) => column.title),
        { head: true, keepNext: whole },
      ),
      ...rows.map((texts, at) => rowOf(texts, { keepNext: whole && at < rows.length - 1 })),
    ],
  });
}

const DASHED = { style: BorderStyle.DASHED, size: 4, color: "666666" };

/** The place of a digital signature: empty until there is one. */
function frame(lines: readonly string[]): Table {
  const cell = new TableCell({
    width: wide(56),
    verticalAlign: VerticalAlign.CENTER,
    borders: { top: DASHED, bottom: DASHED, left: DASHED, right: DASHED },
    children: lines.map((text) => paragraph({ text, size: 20, italics: true, keepNext: true })),
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: [mm(56)],
    width: wide(56),
    alignment: AlignmentType.CENTER,
    rows: [
      new TableRow({
        height: { value: mm(22), rule: HeightRule.ATLEAST },
        cantSplit: true,
        children: [cell],
      }),
    ],
  });
}

/** One office that signs. */
export function signatureBlock(signature: PaperSignature): Children {
  const { authority, office, hint, frame: lines, name, at } = signature;
  return [
    ...(authority ? [paragraph({ text: authority, size: TEXT, bold: true, keepNext: true })] : []),
    paragraph({ text: office, size: TEXT, bold: true, keepNext: true }),
    paragraph({ text: hint, size: TEXT, italics: true, after: 6, keepNext: true }),
    frame(lines),
    paragraph({ text: name, size: 28, bold: true, before: 6 }),
    paragraph({ text: at, size: 24 }),
  ];
}

/** The two offices that sign. */
export function signatureTable(signatures: readonly PaperSignature[]): Table {
  const [left, right] = signatures.map(signatureBlock);
  return sides(left ?? [], right ?? [], [82, 82]);
}
