import { inside, type PaperTable, paperDate, paperPlace } from "@/lib/domain/handovers/paper";
import type { SheetCell } from "@/lib/domain/imports/sheet";
import type { ReportContent } from "@/lib/domain/progress/report/content";
import type { ReportAppendix, ReportPaper, ReportPart } from "@/lib/domain/progress/report/paper";
import { formatDateTime, formatNumber, formatPercent } from "../format";
import { definitionRows } from "./definitions";
import { aheadSentences, askSentences } from "./forecast";
import { generalSentences, lateSentence, periodSentences, qualitySentences } from "./sentences";
import {
  classTable,
  flowTable,
  type ReportTable,
  sourceTable,
  stepTable,
  unitTable,
} from "./tables";
import { formSay, issuingBody, say, spanWords, type WrittenReport, where } from "./words";

/** Millimetres between the margins. */
const WIDE = 165;
const upper = (text: string) => text.toLocaleUpperCase("vi");

function written(cell: SheetCell): string {
  if (cell === null) return "–";
  if (typeof cell === "string") return cell;
  return typeof cell === "number" ? formatNumber(cell) : formatPercent(cell.share);
}

/** The first column takes what the others leave. */
function laidOut({ columns, rows }: ReportTable, narrow: number): PaperTable {
  const first = WIDE - narrow * (columns.length - 1);
  return {
    columns: columns.map(({ key, title }, at) => ({
      ...{ key, title },
      width: at === 0 ? first : narrow,
      align: at === 0 ? "start" : "end",
    })),
    tableLetter: columns.length > 4 ? 11 : 13,
    rows: rows.map((cells) => cells.map(written)),
  };
}

const texts = (of: readonly string[]): ReportPart[] => of.map((text) => ({ kind: "text", text }));

function tablePart(title: string, table: ReportTable, narrow: number): ReportPart[] {
  if (table.rows.length === 0) return [];
  return [{ kind: "table", title, table: laidOut(table, narrow) }];
}

function asksOf(content: ReportContent): ReportPart[] {
  const asks = askSentences(content);
  if (asks.length === 0) return texts([say("paper.ask.none")]);
  return asks.map((text) => ({ kind: "item", text }));
}

function sectionsOf(content: ReportContent): ReportPaper["sections"] {
  const at = formatDateTime(content.cutOff);
  const parts: [string, ReportPart[]][] = [
    ["general", texts(generalSentences(content))],
    [
      "period",
      [...texts(periodSentences(content)), ...tablePart(say("table.flow"), flowTable(content), 30)],
    ],
    [
      "remains",
      [
        ...texts([lateSentence(content)]),
        ...tablePart(say("table.steps", { at }), stepTable(content), 30),
        ...tablePart(say("table.classes", { at }), classTable(content), 30),
        ...texts(qualitySentences(content)),
      ],
    ],
    ["ahead", texts(aheadSentences(content))],
    ["asks", asksOf(content)],
  ];
  return parts.map(([section, of]) => ({ heading: say(`paper.section.${section}`), parts: of }));
}

function definitionTable(content: ReportContent): PaperTable {
  return {
    columns: [
      { key: "figure", title: say("table.column.figure"), width: 48, align: "start" },
      { key: "definition", title: say("table.column.definition"), width: 117, align: "start" },
    ],
    tableLetter: 12,
    rows: definitionRows(content),
  };
}

function appendicesOf({ number, content }: WrittenReport): ReportAppendix[] {
  const { cutOff, writtenOn } = content;
  const of = say("paper.appendix.of", {
    ...{ number, body: issuingBody(content) },
    ...paperDate(writtenOn),
  });
  const at = formatDateTime(cutOff);
  const counted = say("paper.appendix.cutOff", { at, period: spanWords(content) });
  const figures = [
    ...tablePart(say("table.units"), unitTable(content), 16),
    ...tablePart(say("table.sources"), sourceTable(content), 18),
  ];
  return [
    {
      heading: say("paper.appendix.units"),
      title: say("paper.appendix.unitsTitle"),
      notes: [of, counted],
      parts: figures.length > 0 ? figures : texts([say("paper.appendix.none")]),
    },
    {
      heading: say("paper.appendix.definitions"),
      title: say("paper.appendix.definitionsTitle"),
      notes: [of, counted],
      parts: [
        {
          kind: "table",
          title: say("paper.appendix.definitionsTitle"),
          table: definitionTable(content),
          untitled: true,
        },
      ],
    },
  ];
}

function recipientsOf({ unit }: ReportContent): string[] {
  const file = say("paper.recipient.file");
  if (unit.level === "nation") return [say("paper.recipient.nation"), file];
  const superior = unit.level === "commune" ? "superiorCommune" : "superiorProvince";
  return [
    say(`paper.recipient.${superior}`),
    say("paper.recipient.committee", { unit: inside(unit.name) }),
    file,
  ];
}

function headingOf({ number, content }: WrittenReport): Pick<ReportPaper, "issuer" | "state"> {
  const { unit, writtenOn } = content;
  const nation = unit.level === "nation";
  const place = nation ? say("paper.capital") : paperPlace(unit.name);
  return {
    issuer: {
      superior: nation ? null : upper(say("paper.superior", { unit: unit.name })),
      body: upper(nation ? say("paper.bodyNation") : say("paper.body")),
      number: say("paper.number", { number }),
    },
    state: {
      name: upper(formSay("state")),
      motto: formSay("motto"),
      placeAndDate: formSay("placeAndDate", { place, ...paperDate(writtenOn) }),
    },
  };
}

/** The one description of a report, for the page, the printer and the Word file. */
export function writeReportPaper(report: WrittenReport): ReportPaper {
  const { content, number, year, contentHash: hash } = report;
  const { author, cutOff } = content;
  const at = formatDateTime(cutOff);
  const [place, body] = [where(content), issuingBody(content)];
  return {
    ...headingOf(report),
    kind: upper(say("paper.kind")),
    title: say("paper.title", { at: place }),
    period: `(${spanWords(content)})`,
    opening: [say("paper.opening", { body, at: place }), say("paper.cutOff", { at })],
    sections: sectionsOf(content),
    closing: say("paper.closing", { at: place, body }),
    signature: {
      authority: say("paper.authority"),
      office: say("paper.office"),
      hint: formSay("signHint"),
      frame: [formSay("signature")],
      name: author.signs ? author.name : "",
      at: "",
    },
    recipients: { title: formSay("recipients"), lines: recipientsOf(content) },
    appendices: appendicesOf(report),
    foot: say("paper.foot", { number, year, at, name: author.name, hash }),
  };
}
