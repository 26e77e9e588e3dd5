import { type Answer, isAccepted, isRefused, isWronglyAccepted } from "./answers";
import { hasUsableNumber, isHarmless, saysLess } from "./damage-words";
import { type Interval, wilsonInterval } from "./wilson";

export interface Share {
  of: number;
  cases: number;
}

/** Which answers a share is about, and which of those count in it. */
interface Question {
  among(answer: Answer): boolean;
  counts(answer: Answer): boolean;
}

const isKnown = ({ trueId }: Answer) => trueId !== "";
const isRight = ({ trueId, personId }: Answer) => trueId !== "" && personId === trueId;
const isReview = ({ outcome }: Answer) => outcome === "review";
const wasHarmless = (answer: Answer) => isKnown(answer) && isHarmless(answer.damage);
const hadNumber = ({ damage }: Answer) => hasUsableNumber(damage);
const hadNoNumber = (answer: Answer) => isKnown(answer) && !hadNumber(answer);

/** The shares that are measured; why they are drawn so: docs/decisions/0023. */
const QUESTIONS = {
  precision: { among: isAccepted, counts: isRight },
  recall: { among: isKnown, counts: (answer) => isAccepted(answer) && isRight(answer) },
  refused: {
    among: (answer) => isKnown(answer) && hadNumber(answer),
    counts: isRefused,
  },
  harmlessRefused: { among: wasHarmless, counts: isRefused },
  harmlessReview: { among: wasHarmless, counts: isReview },
  lessRefused: {
    among: (answer) => isKnown(answer) && saysLess(answer.damage),
    counts: isRefused,
  },
  review: { among: hadNumber, counts: isReview },
  proposedFirst: { among: hadNoNumber, counts: isRight },
  proposedAtAll: {
    among: hadNoNumber,
    counts: (answer) => isRight(answer) || answer.secondId === answer.trueId,
  },
} satisfies Record<string, Question>;

/** What an engine got right and wrong. */
export type Quality = Record<keyof typeof QUESTIONS, Share> & {
  records: number;
  /** 95 % interval of the precision. */
  interval: Interval;
  wrong: Answer[];
};

export function measureQuality(answers: Iterable<Answer>): Quality {
  const asked = Object.entries(QUESTIONS).map(([name, question]: [string, Question]) => ({
    name,
    question,
    share: { of: 0, cases: 0 },
  }));
  const wrong: Answer[] = [];
  let records = 0;
  for (const answer of answers) {
    records++;
    for (const { question, share } of asked) {
      if (!question.among(answer)) continue;
      share.cases++;
      if (question.counts(answer)) share.of++;
    }
    if (isWronglyAccepted(answer)) wrong.push(answer);
  }
  const shares = Object.fromEntries(asked.map(({ name, share }) => [name, share]));
  const measured = shares as Record<keyof typeof QUESTIONS, Share>;
  const { of, cases } = measured.precision;
  return { ...measured, records, interval: wilsonInterval(of, cases), wrong };
}
