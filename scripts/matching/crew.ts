import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Answer, Order, ThreadData } from "./messages";

interface Waiting {
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

interface Member {
  worker: Worker;
  waiting: Waiting[];
}

/** Threads that do the same work; each order goes to whoever has the fewest before it. */
export class Crew {
  private constructor(private readonly members: Member[]) {}

  static start(threads: number, data: ThreadData): Crew {
    const members = Array.from({ length: threads }, () => hire(data));
    return new Crew(members);
  }

  get size(): number {
    return this.members.length;
  }

  /** The answer is of the kind of the order. */
  async ask<Kind extends Order["kind"]>(
    order: Order & { kind: Kind },
  ): Promise<Answer & { kind: Kind }> {
    const [first, ...others] = this.members;
    if (!first) throw new Error("a crew without members");
    const free = others.reduce((a, b) => (b.waiting.length < a.waiting.length ? b : a), first);
    return (await askOne(free, order)) as Answer & { kind: Kind };
  }

  /** The same order for every member. */
  async askAll(order: Order): Promise<void> {
    await Promise.all(this.members.map((member) => askOne(member, order)));
  }

  async dismiss(): Promise<void> {
    await Promise.all(this.members.map(({ worker }) => worker.terminate()));
  }
}

function askOne(member: Member, order: Order): Promise<Answer> {
  return new Promise((resolve, reject) => {
    member.waiting.push({ resolve, reject });
    member.worker.postMessage(order);
  });
}

function hire(data: ThreadData): Member {
  const worker = new Worker(new URL("./thread.mjs", import.meta.url), { workerData: data });
  const member: Member = { worker, waiting: [] };
  const fail = (error: unknown) => {
    for (const { reject } of member.waiting.splice(0)) reject(error);
  };
  worker.on("message", (answer: Answer) => member.waiting.shift()?.resolve(answer));
  worker.on("error", fail);
  void once(worker, "exit").then(() => fail(new Error("a thread ended early")), fail);
  return member;
}
