import type { HandoverLine } from "./line";

// Words that say what kind of unit a name is; only the name itself stands before the date.
const TYPES = /^(tỉnh|thành phố|phường|xã|thị trấn|đặc khu)\s+/iu;

/**
 * The place that heads an official paper: "Phường Tân Ninh" is "Tân Ninh"; a unit named by a number
 * keeps its type ("Phường 1"). Source: Decree 30/2020/NĐ-CP, appendix I, part II, point 4.
 */
export function paperPlace(unitName: string): string {
  const name = unitName.replace(TYPES, "");
  return /^\d/.test(name) ? unitName : name;
}

export interface PaperDate {
  day: string;
  month: string;
  year: string;
}

/**
 * The parts of a date (yyyy-MM-dd) as official papers write them: days below ten and the first two
 * months take a leading zero. Source: as above.
 */
export function paperDate(date: string): PaperDate {
  const [year = "", month = "", day = ""] = date.split("-");
  return { day, month: Number(month) <= 2 ? month : String(Number(month)), year };
}

/** Says a word of the paper, filled with what belongs into it: the texts lie in lib/i18n. */
export type Say = (word: string, params?: Record<string, string | number>) => string;

/** Millimetres on A4. Source: Decree 30/2020/NĐ-CP, appendix I, part I, point 3. */
export const PAPER_MARGINS = { top: 20, bottom: 20, left: 30, right: 15 } as const;

export interface PaperColumn {
  key: string;
  title: string;
  /** millimetres; all columns together fill the text between the margins */
  width: number;
  /** figures stand at the end of their column */
  align: "start" | "center" | "end";
}

/** A table of so many lines is not parted by the end of a page. */
export const LINES_KEPT_TOGETHER = 12;

/** A table of an official paper, written. */
export interface PaperTable {
  columns: PaperColumn[];
  /** points; many columns take smaller letters */
  tableLetter: 11 | 12 | 13;
  rows: string[][];
}

export interface PaperSignature {
  /** for whom the office below signs ("TM. TỔ CÔNG TÁC"), where it signs for a body */
  authority?: string;
  office: string;
  hint: string;
  /** what stands in the frame for a digital signature: whose certificate it was, or an empty frame */
  frame: string[];
  name: string;
  at: string;
}

/** What heads every official paper: who issues it, the State, where and when. */
export interface PaperHeading {
  issuer: { superior: string | null; body: string; number: string };
  state: { name: string; motto: string; placeAndDate: string };
}

export interface PaperRecipients {
  title: string;
  lines: string[];
}

/** An official list, written: whoever prints it or makes a file of it only lays it out. */
export interface OfficialPaper extends PaperHeading, PaperTable {
  title: string;
  intro: string;
  /** count in figures and words; what was not taken over; that numbers are masked */
  closing: string[];
  /** who receives at the left, who hands over at the right */
  signatures: PaperSignature[];
  recipients: PaperRecipients;
  /** at the foot of every page */
  foot: string;
}

/** A list as it is to be written; times come written, dates as yyyy-MM-dd. */
export interface PaperSource {
  no: number;
  unitName: string;
  parentName: string | null;
  signedOn: string;
  signed: { name: string; at: string };
  received: { name: string; at: string } | null;
  contentHash: string;
  masked: boolean;
  lines: readonly HandoverLine[];
  disputes: readonly { lineNo: number; reason: string }[];
  signatures: readonly { office: string; subject: string; verified: boolean | null }[];
  /** the number of lines in words */
  inWords: string;
}

const WIDTHS = { no: 13, code: 30, name: 48, birthDate: 26, sex: 15, idNumber: 33 };
const WIDTHS_WITH_NOTE = {
  ...{ no: 12, code: 27, name: 33, birthDate: 23, sex: 13, idNumber: 29 },
  note: 28,
};
const CENTRED = ["no", "birthDate", "sex"];

function columnsOf(noted: boolean, say: Say): PaperColumn[] {
  return Object.entries(noted ? WIDTHS_WITH_NOTE : WIDTHS).map(([key, width]) => ({
    key,
    width,
    title: say(`column.${key}`),
    align: CENTRED.includes(key) ? "center" : "start",
  }));
}

function cellsOf(line: HandoverLine, note: string | undefined, say: Say): Record<string, string> {
  const { lineNo, recordCode, fullName, birthDate, sex, idNumber } = line;
  const none = say("none");
  return {
    no: String(lineNo),
    code: recordCode,
    name: fullName ?? none,
    birthDate: birthDate ?? none,
    sex: sex === "male" || sex === "female" ? say(`sex.${sex}`) : none,
    idNumber: idNumber ?? none,
    note: note ? say("disputedLine", { reason: note }) : "",
  };
}

function frameOf(source: PaperSource, office: string, say: Say): string[] {
  const signature = source.signatures.find((one) => one.office === office);
  if (!signature) return [say("signature")];
  const { subject, verified } = signature;
  const checked = verified === null ? "unchecked" : verified ? "verified" : "refused";
  return [say("certificate", { subject }), say(`certificateIs.${checked}`)];
}

function closingOf(source: PaperSource, say: Say): string[] {
  const people = source.lines.length;
  const disputed = source.disputes.length;
  return [
    say("end", { people, words: source.inWords }),
    ...(disputed > 0 ? [say("endDisputed", { received: people - disputed, disputed })] : []),
    ...(source.masked ? [say("endMasked")] : []),
  ];
}

/** "Phường Tân Ninh" inside a sentence is "phường Tân Ninh". */
export function inside(unitName: string): string {
  return unitName.charAt(0).toLocaleLowerCase("vi") + unitName.slice(1);
}

const upper = (text: string) => text.toLocaleUpperCase("vi");

/** The list as an official paper, in the parts and words of Decree 30/2020/NĐ-CP. */
export function paperOf(source: PaperSource, say: Say): OfficialPaper {
  const commune = inside(source.unitName);
  const police = say("police", { commune });
  const health = say("health", { commune });
  const noted = source.disputes.length > 0;
  const columns = columnsOf(noted, say);
  const notes = new Map(source.disputes.map((one) => [one.lineNo, one.reason]));
  const { parentName, received, signed } = source;
  const place = paperPlace(source.unitName);
  const hint = say("signHint");
  return {
    issuer: {
      superior: parentName ? upper(say("superior", { province: parentName })) : null,
      body: upper(police),
      number: say("number", { no: source.no }),
    },
    state: {
      name: upper(say("state")),
      motto: say("motto"),
      placeAndDate: say("placeAndDate", { place, ...paperDate(source.signedOn) }),
    },
    title: upper(say("title")),
    intro: say("intro", { police, health, people: source.lines.length }),
    columns,
    tableLetter: noted ? 12 : 13,
    rows: source.lines.map((line) => {
      const cells = cellsOf(line, notes.get(line.lineNo), say);
      return columns.map(({ key }) => cells[key] ?? "");
    }),
    closing: closingOf(source, say),
    signatures: [
      {
        ...{ office: upper(health), hint, frame: frameOf(source, "health", say) },
        name: received?.name ?? "",
        at: received ? say("receivedAt", { at: received.at }) : say("notReceived"),
      },
      {
        ...{ office: upper(police), hint, frame: frameOf(source, "police", say) },
        name: signed.name,
        at: say("signedAt", { at: signed.at }),
      },
    ],
    recipients: {
      title: say("recipients"),
      lines: [say("recipientHealth", { health }), say("recipientFile")],
    },
    foot: say("foot", { no: source.no, hash: source.contentHash }),
  };
}
