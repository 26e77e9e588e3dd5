import { getLevel } from "../grade";
import type { MatchRule } from "../rules";
import {
  DIFFERENCE_CLASSES,
  type DifferenceClass,
  type ExplanationPart,
  IDENTITY_FIELDS,
  type IdentityField,
  type MatchDecision,
  type MatchModel,
  type MatchSubject,
  type Outcome,
  type Repair,
} from "../vocabulary";
import { unaskable } from "./plan-questions";
import { type AskedIdentity, partsOf, type Question, type RepairKind } from "./question";

/** Class by field, in the order of `IDENTITY_FIELDS`; fields of which nothing is known are left out. */
export interface FieldClass {
  field: IdentityField;
  class: DifferenceClass;
}

/** A decision reached by questions alone: no candidates, no score. */
export interface GatewayDecision extends MatchDecision {
  classes: FieldClass[];
}

/** The question that comes next; null once one was answered with true, or none is left. */
export function nextQuestion(
  questions: readonly Question[],
  answers: readonly boolean[],
): Question | null {
  return answers.includes(true) ? null : (questions[answers.length] ?? null);
}

/**
 * Decides on one record from what the registry answered to its questions, in their order.
 * @throws when neither a question was answered with true nor all of them with false.
 */
export function decideFromAnswers(
  subject: MatchSubject,
  { questions, answers }: { questions: readonly Question[]; answers: readonly boolean[] },
  model: MatchModel,
): GatewayDecision {
  if (subject.foreign) return notCompared();
  if (questions.length === 0) return notAsked(subject, unaskable(subject, model));
  if (nextQuestion(questions, answers)) throw new Error("the asking is not over");
  const accepted = questions[answers.indexOf(true)];
  return accepted ? confirmed(subject, accepted, model) : refused(answers.length);
}

interface Reached {
  outcome: Outcome;
  rule: MatchRule;
  classes: FieldClass[];
  explanation: ExplanationPart[];
  main?: FieldClass;
  repairs?: Repair[];
}

function decision(reached: Reached): GatewayDecision {
  const { outcome, rule, classes, main, repairs = [], explanation } = reached;
  return {
    outcome,
    rule,
    mainClass: main?.class ?? "same",
    mainField: main?.field ?? null,
    settlingField: null,
    candidates: [],
    repairs,
    explanation,
    classes,
  };
}

function part(code: string, params: ExplanationPart["params"] = {}): ExplanationPart {
  return { code, params };
}

function notCompared(): GatewayDecision {
  const explanation = [part("lead.not_applicable")];
  return decision({ outcome: "not_applicable", rule: "foreigner", classes: [], explanation });
}

function notAsked(subject: MatchSubject, missing: IdentityField[]): GatewayDecision {
  const classes = inOrder(missing.map((field) => ({ field, class: "missing" as const })));
  const isThere = (field: IdentityField) => field === "idNumber" && subject.idNumber !== null;
  const named = missing.map((field) => part(`${field}.${isThere(field) ? "unusable" : "missing"}`));
  const [field = "idNumber"] = missing;
  return decision({
    outcome: "insufficient",
    rule: "gateway_not_asked",
    classes,
    main: { field, class: "missing" },
    explanation: [part("lead.insufficient"), part("asked.not"), ...named],
  });
}

/** Right or wrong is said of the four fields together: which of them is wrong nobody knows. */
function refused(count: number): GatewayDecision {
  const code = count === 1 ? "asked.wrongOnce" : "asked.wrong";
  return {
    ...decision({
      outcome: "unmatched",
      rule: "gateway_wrong",
      classes: [],
      explanation: [part("lead.unmatched"), part(code, { count })],
    }),
    mainClass: "different",
  };
}

function confirmed(subject: MatchSubject, question: Question, model: MatchModel): GatewayDecision {
  const { kinds } = question;
  if (kinds.length === 0) {
    const classes = IDENTITY_FIELDS.map((field) => ({ field, class: "same" as const }));
    const explanation = [part("lead.matched"), part("asked.right")];
    return decision({ outcome: "matched", rule: "gateway_right", classes, explanation });
  }
  const classes = classesOf(kinds, model);
  return decision({
    outcome: "repaired",
    rule: "gateway_right_repaired",
    classes,
    main: [...classes].sort(bySeverity)[0],
    repairs: repairsOf(subject, question),
    explanation: [
      part("lead.repaired"),
      part("asked.rightAfter"),
      ...kinds.map((kind) => part(`fix.${kind}`)),
    ],
  });
}

/** The gravest class of the repairs of each field; the other fields are as they are. */
function classesOf(kinds: RepairKind[], model: MatchModel): FieldClass[] {
  const changed = kinds.map((kind) => {
    const { field, level } = partsOf(kind);
    return { field, class: getLevel(model, field, level).class };
  });
  return IDENTITY_FIELDS.map((field) => {
    const [worst] = changed.filter((one) => one.field === field).sort(bySeverity);
    return worst ?? { field, class: "same" };
  });
}

function repairsOf(subject: MatchSubject, { kinds, identity }: Question): Repair[] {
  const changed = new Set(kinds.map((kind) => partsOf(kind).field));
  return IDENTITY_FIELDS.filter((field) => changed.has(field)).map((field) => ({
    field,
    from: written(subject, field),
    to: written(identity, field) ?? "",
  }));
}

function written(holder: MatchSubject | AskedIdentity, field: IdentityField): string | null {
  return field === "birthDate" ? (holder.birthDate?.value ?? null) : holder[field];
}

function inOrder(classes: FieldClass[]): FieldClass[] {
  return IDENTITY_FIELDS.flatMap((field) => classes.filter((one) => one.field === field));
}

function bySeverity(a: FieldClass, b: FieldClass): number {
  return DIFFERENCE_CLASSES.indexOf(b.class) - DIFFERENCE_CLASSES.indexOf(a.class);
}
