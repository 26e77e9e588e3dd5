import "server-only";
import { Worker } from "node:worker_threads";
import type { MatchModel } from "@/lib/domain/matching/vocabulary";
import type { Portion } from "./thread";

interface Waiting {
  resolve: (answers: unknown[]) => void;
  reject: (error: Error) => void;
}

/** A running thread and what it has been asked. */
export interface Thread {
  /** portions that it has not answered yet */
  load(): number;
  ask(portion: Omit<Portion, "id">): Promise<unknown[]>;
  end(): Promise<unknown>;
}

/** Starts a thread; when it dies, all that it was asked fails and `onEnd` is told. */
export function startThread(model: MatchModel, onEnd: () => void): Thread {
  const program = new URL("./thread.ts", import.meta.url).href;
  const boot = new URL("./boot.mjs", import.meta.url);
  const worker = new Worker(boot, { workerData: { model, program } });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  worker.on("message", ({ id, answers }: { id: number; answers: unknown[] }) => {
    waiting.get(id)?.resolve(answers);
    waiting.delete(id);
  });
  // It is dying from the error on, before it has ended: nothing more is asked of it.
  let ended = false;
  const fail = (error: Error) => {
    if (!ended) onEnd();
    ended = true;
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  };
  worker.on("error", fail);
  worker.on("exit", () => fail(new Error("a thread has ended")));
  return {
    load: () => waiting.size,
    ask: (portion) =>
      new Promise((resolve, reject) => {
        asked += 1;
        waiting.set(asked, { resolve, reject });
        worker.postMessage({ id: asked, ...portion });
      }),
    end: () => worker.terminate(),
  };
}
