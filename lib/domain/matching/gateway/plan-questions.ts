import { idNumberHints, restoreZero } from "@/lib/domain/records/id-number";
import { type PartialDate, swapDayAndMonth } from "@/lib/domain/records/partial-date";
import { cleanNumber, usableNumber } from "../compare-id-number";
import { prepareName } from "../prepared-name";
import type { IdentityField, MatchModel, MatchSubject } from "../vocabulary";
import { nameVariants, type Variant } from "./name-variants";
import { strictKey } from "./protocol";
import type { AskedIdentity, Question } from "./question";

/** The registry is asked about one record at most so often. */
export const MOST_QUESTIONS = 5;

/** People write the day first; where both orders are dates, one record in some has them exchanged. */
const SWAPPED_ODDS = 0.15;
/** Fields without which no question can be asked, in the order in which they are said to be missing. */
export function unaskable(subject: MatchSubject, model: MatchModel): IdentityField[] {
  const missing: IdentityField[] = [];
  if (usableNumber(subject.idNumber) === null) missing.push("idNumber");
  if (prepareName(subject.fullName, model) === null) missing.push("fullName");
  if (subject.birthDate === null) missing.push("birthDate");
  if (subject.sex === null) missing.push("sex");
  return missing;
}

/**
 * The questions for one record: the record as it is, then with each safe repair and their
 * combinations, most likely first, at most five. None for foreigners and for records that lack a
 * usable number, a name, a birth date or a sex. The same record and model give the same questions.
 */
export function planQuestions(subject: MatchSubject, model: MatchModel): Question[] {
  const asIs = subject.foreign ? null : complete(subject, model);
  if (!asIs) return [];
  const names = nameVariants(asIs.fullName, model);
  const rest = dateVariants(asIs.birthDate).flatMap((date) =>
    numberVariants(asIs).map((number) => ({ date, number })),
  );
  const tried = names.flatMap((name) =>
    rest.map(({ date, number }) => ({
      odds: name.odds * date.odds * number.odds,
      kinds: [...number.kinds, ...name.kinds, ...date.kinds],
      identity: {
        fullName: name.value,
        birthDate: date.value,
        sex: asIs.sex,
        idNumber: number.value,
      },
    })),
  );
  // What is no number is in no registry: once, as it is, is enough.
  const likely = tried
    .filter(({ odds }) => odds > 0)
    .sort((a, b) => b.odds - a.odds || a.kinds.length - b.kinds.length);
  const first = { kinds: [], identity: asIs };
  return withoutRepetition([first, ...likely])
    .slice(0, MOST_QUESTIONS)
    .map(({ kinds, identity }, at) => ({ number: at + 1, kinds, identity }));
}

function complete(subject: MatchSubject, model: MatchModel): AskedIdentity | null {
  const { fullName, birthDate, sex, idNumber } = subject;
  if (unaskable(subject, model).length > 0) return null;
  return fullName && birthDate && sex && idNumber ? { fullName, birthDate, sex, idNumber } : null;
}

function dateVariants(date: PartialDate): Variant<PartialDate>[] {
  const asIs: Variant<PartialDate> = { value: date, kinds: [], odds: 1 };
  const swapped = swapDayAndMonth(date);
  if (!swapped) return [asIs];
  return [asIs, { value: swapped, kinds: ["birthDate.swapped"], odds: SWAPPED_ODDS }];
}

function numberVariants({ idNumber, birthDate, sex }: AskedIdentity): Variant<string>[] {
  const clean = cleanNumber(idNumber) ?? idNumber;
  const isClean = clean === idNumber.trim();
  const restored = restoreZero(clean);
  const asIs: Variant<string> = {
    value: idNumber,
    kinds: [],
    odds: isClean && restored === null ? 1 : 0,
  };
  if (restored === null) {
    return isClean ? [asIs] : [asIs, { value: clean, kinds: ["idNumber.spacing"], odds: 1 }];
  }
  // Sex and year are asked with the number: one that denies them could hardly be confirmed.
  const { yearAgrees, sexAgrees } = idNumberHints(restored, { birthDate, sex });
  if (yearAgrees === false || sexAgrees === false) return [asIs];
  return [asIs, { value: restored, kinds: ["idNumber.restored"], odds: 1 }];
}

interface Tried {
  kinds: Question["kinds"];
  identity: AskedIdentity;
}

/** What the registry can't tell apart is asked once. */
function withoutRepetition(questions: Tried[]): Tried[] {
  const seen = new Set<string>();
  return questions.filter(({ identity }) => {
    const { value: birthDate, precision } = identity.birthDate;
    const key = strictKey({ ...identity, birthDate, precision });
    return !seen.has(key) && seen.add(key);
  });
}
