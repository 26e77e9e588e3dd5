import "server-only";
import { availableParallelism } from "node:os";
import type { MatchModel } from "@/lib/domain/matching/vocabulary";
import { type Judge, judgeHere } from "@/lib/server/matching/compare";
import type { Question } from "@/lib/server/matching/judge";
import type { Portion } from "./thread";
import { startThread, type Thread } from "./thread-handle";

/** Records of one message: enough to be worth sending, few enough to share out evenly. */
const PORTION = 250;
/** Fewer records than this are judged at once, before a thread would have started. */
const FEW = 500;

/** The database needs a core too: one thread less than there are, and at least one. */
export function threadsByDefault(): number {
  return Math.max(1, availableParallelism() - 1);
}

export interface JudgePool {
  judge: Judge;
  stop(): Promise<void>;
}

/**
 * Threads in which the engine judges records; they start with the first portion that is worth it. The
 * answers come in the order of the questions and are the same whatever the number of threads. When a
 * thread dies, what it was asked fails, and the next portion starts another: whoever asked tries the
 * whole slice again.
 */
export function judgePool(model: MatchModel, count = threadsByDefault()): JudgePool {
  const threads: (Thread | undefined)[] = Array.from({ length: count });
  const leastLoaded = (): Thread => {
    const free = threads.findIndex((thread) => (thread?.load() ?? 0) === 0);
    const loads = threads.map((thread) => thread?.load() ?? 0);
    const at = free >= 0 ? free : loads.indexOf(Math.min(...loads));
    threads[at] ??= startThread(model, () => {
      threads[at] = undefined;
    });
    return threads[at];
  };
  const ask = async (round: Portion["round"], questions: Question[]): Promise<unknown[]> => {
    const portions: Promise<unknown[]>[] = [];
    for (let at = 0; at < questions.length; at += PORTION) {
      portions.push(leastLoaded().ask({ round, questions: questions.slice(at, at + PORTION) }));
    }
    return (await Promise.all(portions)).flat();
  };
  const inThreads = <Round extends Portion["round"]>(round: Round) =>
    (async (questions, asked) =>
      questions.length < FEW
        ? judgeHere[round](questions, asked)
        : ask(round, questions)) as Judge[Round];
  return {
    judge: { holders: inThreads("holders"), all: inThreads("all") },
    async stop() {
      await Promise.all(threads.map((thread) => thread?.end()));
    },
  };
}
