/** What the guards of the flow ask about a task and about whoever acts. */
export interface TaskFacts {
  /** it came back with a comment that nobody has opened yet */
  unreadReturn: boolean;
  /** it came back so often that the level above has to say how it goes on */
  escalated: boolean;
  /** attempts to reach the person, and how many there have to be before anyone may give up */
  attempts: number;
  attemptsNeeded: number;
  /** the closing that is being proposed; absent while nobody proposes one */
  proposing?: string | null;
  /** whoever acts has surveyed, confirmed or corrected this task themselves */
  ownWork: boolean;
  /** whoever acts is of the task's unit, or above it and it has waited long enough for them */
  approversTurn: boolean;
  /** why it waits: `appointment` or `registry` */
  waitReason: string | null;
  /** it is on a signed list */
  listed: boolean;
  /** whoever acts took the last step, and it can be undone */
  movedByMe: boolean;
  /** milliseconds since that step */
  sinceMove: number;
  /** its record is closed as a duplicate, which is undone with the whole merge or not at all */
  merged?: boolean;
  /** the step is a part of undoing that merge, for which nobody has to be quick */
  unmerging?: boolean;
  /** it is a row of a bulk that is being taken back */
  ofBulk?: boolean;
}

/** A single step can be undone for ten seconds; the second that a click travels is given on top. */
export const UNDO_MS = 10_000;
const GRACE_MS = 2_000;

/**
 * Conditions that hold besides state and force; each answers whether the step may be taken. The name
 * of one that does not hold is the reason that the officer reads.
 */
export const GUARDS = {
  /** the comment of the last return has been opened */
  read: (facts: TaskFacts) => !facts.unreadReturn,
  notEscalated: (facts: TaskFacts) => !facts.escalated,
  escalated: (facts: TaskFacts) => facts.escalated,
  /** "not enough information" can be proposed only after enough attempts to reach the person */
  attemptsUsed: (facts: TaskFacts) =>
    facts.proposing !== "insufficient" || facts.attempts >= facts.attemptsNeeded,
  /** who corrects never approves */
  notOwnWork: (facts: TaskFacts) => !facts.ownWork,
  /** the level above does not approve before the unit itself has had its time */
  approversTurn: (facts: TaskFacts) => facts.approversTurn,
  forReading: (facts: TaskFacts) => facts.waitReason === "registry",
  listed: (facts: TaskFacts) => facts.listed,
  notMerged: (facts: TaskFacts) => !facts.merged || facts.unmerging === true,
  justNow: (facts: TaskFacts) =>
    facts.unmerging === true || (facts.movedByMe && facts.sinceMove <= UNDO_MS + GRACE_MS),
  ofBulk: (facts: TaskFacts) => facts.ofBulk === true,
};

export type Guard = keyof typeof GUARDS;
