import type {
  PaperHeading,
  PaperRecipients,
  PaperSignature,
  PaperTable,
} from "@/lib/domain/handovers/paper";

/** A piece of the text of a report. */
export type ReportPart =
  | { kind: "text"; text: string }
  /** one of several, with a dash */
  | { kind: "item"; text: string }
  /** `untitled` where what stands above it says the same */
  | { kind: "table"; title: string; table: PaperTable; untitled?: boolean };

export interface ReportAppendix {
  heading: string;
  title: string;
  /** to which report it belongs, and its cut-off */
  notes: string[];
  parts: ReportPart[];
}

/** A report as an official paper, written: whoever prints it or makes a file of it only lays it out. */
export interface ReportPaper extends PaperHeading {
  kind: string;
  title: string;
  period: string;
  opening: string[];
  sections: { heading: string; parts: ReportPart[] }[];
  closing: string;
  signature: PaperSignature;
  recipients: PaperRecipients;
  appendices: ReportAppendix[];
  foot: string;
}
