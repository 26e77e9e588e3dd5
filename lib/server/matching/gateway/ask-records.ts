import "server-only";
import {
  decideFromAnswers,
  type GatewayDecision,
  nextQuestion,
} from "@/lib/domain/matching/gateway/decide-from-answers";
import { planQuestions } from "@/lib/domain/matching/gateway/plan-questions";
import type { Question } from "@/lib/domain/matching/gateway/question";
import type { MatchModel, MatchSubject } from "@/lib/domain/matching/vocabulary";
import type { Sql } from "@/lib/server/core/db";
import { type SubjectRow, subjectOf } from "../subjects";
import { type Due, findAnswered, noteAnswers, noteQuestions, saveReadings } from "./question-log";
import { GatewayError, type RegistryGateway } from "./registry-gateway";

export interface Asking {
  gateway: Pick<RegistryGateway, "ask">;
  /** Opens a short transaction of the officer's area; none is open while the gateway is asked. */
  inScope: <T>(run: (sql: Sql) => Promise<T>) => Promise<T>;
  runId: string | null;
  model: MatchModel;
}

interface Case {
  record: SubjectRow;
  subject: MatchSubject;
  questions: Question[];
  answers: boolean[];
  /** the gateway answers others, but not this record's question */
  isLeft: boolean;
}

/**
 * Asks the registry about records, in rounds: the first question of every record, then the second
 * of those that need one, and so on. Each round is noted before it is sent and again with its
 * answers, so that a run that is broken off asks nothing twice. Answers in the order of the records,
 * without those whose question alone is not answered.
 * @throws GatewayError when nobody is answered; what was answered until then is kept.
 */
export async function askRecords(
  asking: Asking,
  records: SubjectRow[],
): Promise<{ record: SubjectRow; decision: GatewayDecision }[]> {
  const cases = records.map((record) => caseOf(record, asking.model));
  await takeUp(asking, cases);
  for (let due = dueOf(cases); due.length > 0; due = dueOf(cases)) await askRound(asking, due);
  const settled = cases.filter((one) => !one.isLeft);
  await asking.inScope((sql) =>
    saveReadings(
      sql,
      asking.runId,
      settled.map(({ record, questions, answers }) => ({
        recordId: record.id,
        questions,
        answers,
      })),
    ),
  );
  return settled.map(({ record, subject, questions, answers }) => ({
    record,
    decision: decideFromAnswers(subject, { questions, answers }, asking.model),
  }));
}

function caseOf(record: SubjectRow, model: MatchModel): Case {
  const subject = subjectOf(record);
  const questions = planQuestions(subject, model);
  return { record, subject, questions, answers: [], isLeft: false };
}

/** Answers that this run had got before it was broken off. */
async function takeUp({ inScope, runId }: Asking, cases: Case[]): Promise<void> {
  if (runId === null) return;
  const ids = cases.map(({ record }) => record.id);
  const answered = await inScope((sql) => findAnswered(sql, runId, ids));
  const byRecord = new Map(cases.map((one) => [one.record.id, one]));
  for (const { recordId, number, kinds, answer } of answered) {
    const one = byRecord.get(recordId);
    const next = one && nextQuestion(one.questions, one.answers);
    if (next?.number === number && next.kinds.join() === kinds.join()) one?.answers.push(answer);
  }
}

type DueCase = Due & { of: Case };

function dueOf(cases: Case[]): DueCase[] {
  return cases.flatMap((of) => {
    const question = of.isLeft ? null : nextQuestion(of.questions, of.answers);
    return question ? [{ record: of.record, question, of }] : [];
  });
}

async function askRound({ gateway, inScope, runId }: Asking, due: DueCase[]): Promise<void> {
  const lines = await inScope((sql) => noteQuestions(sql, runId, due));
  const results = await Promise.allSettled(
    due.map(({ record, question }) => gateway.ask(question, record.id)),
  );
  const answers = results.flatMap((result, at) =>
    result.status === "fulfilled" ? [{ id: lines[at] ?? "", answer: result.value }] : [],
  );
  await inScope((sql) => noteAnswers(sql, answers));
  for (const [at, result] of results.entries()) {
    const one = due[at]?.of;
    if (!one) continue;
    if (result.status === "fulfilled") one.answers.push(result.value);
    else if (isOfOneQuestion(result.reason)) one.isLeft = true;
    else throw result.reason;
  }
}

function isOfOneQuestion(error: unknown): boolean {
  return error instanceof GatewayError && error.kind === "question";
}
