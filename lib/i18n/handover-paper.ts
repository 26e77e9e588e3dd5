import type { HandoverLine } from "@/lib/domain/handovers/line";
import {
  type OfficialPaper,
  type PaperSource,
  paperOf,
  type Say,
} from "@/lib/domain/handovers/paper";
import { formatDate, formatDateTime } from "./format";
import { inVietnameseWords } from "./number-words";
import { translatorFor } from "./translator";

/** A list as it is read: `lib/server/handovers/queries`. */
export interface WrittenList {
  no: number;
  unitName: string;
  parentName: string | null;
  signedName: string;
  signedAt: Date;
  receivedName: string | null;
  receivedAt: Date | null;
  contentHash: string;
  masked: boolean;
  lines: readonly HandoverLine[];
  disputes: PaperSource["disputes"];
  signatures: PaperSource["signatures"];
}

/** yyyy-MM-dd of a moment, the day it was in Viet Nam. */
function dayOf(moment: Date): string {
  return formatDate(moment).split("/").reverse().join("-");
}

/**
 * The one description of the paper, for the page, the printer and the file. It is Vietnamese whatever
 * language the viewer reads: it is what the two offices sign.
 */
export function writeHandoverPaper(list: WrittenList): OfficialPaper {
  const say = translatorFor("vi", "handovers.paper") as unknown as Say;
  const { signedName, signedAt, receivedName, receivedAt, ...rest } = list;
  const received = receivedAt && { name: receivedName ?? "", at: formatDateTime(receivedAt) };
  return paperOf(
    {
      ...rest,
      signedOn: dayOf(signedAt),
      signed: { name: signedName, at: formatDateTime(signedAt) },
      received,
      inWords: inVietnameseWords(list.lines.length),
    },
    say,
  );
}
