// One thread of the pool: it answers each portion of questions with what the engine says of them.
import { parentPort, workerData } from "node:worker_threads";
import type { MatchModel } from "@/lib/domain/matching/vocabulary";
import { judgeAll, type Question } from "@/lib/server/matching/judge";

const { model } = workerData as { model: MatchModel };

parentPort?.on("message", ({ id, questions }: { id: number; questions: Question[] }) => {
  parentPort?.postMessage({ id, judged: judgeAll(questions, model) });
});
