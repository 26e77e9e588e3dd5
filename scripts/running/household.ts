import { setTimeout as sleep } from "node:timers/promises";
import { type Child, type ChildSpec, startChild } from "./child";
import { say, text } from "./say";

interface Watcher {
  add(pid: number): void;
  remove(pid: number): void;
}

const STEADY_MS = 60_000;
const LONGEST_PAUSE_S = 30;

/** The programs that this process started and has to stop. */
export class Household {
  private readonly children: Child[] = [];
  private stopped: Promise<void> | undefined;
  private fail: (reason: unknown) => void = () => undefined;
  /** Rejects when a program that should be kept running can't be started again. */
  readonly failed = new Promise<never>((_, reject) => {
    this.fail = reject;
  });

  /** `watcher` is told of every child, so that it can be found again after a crash of this process. */
  constructor(private readonly watcher?: Watcher) {}

  get isStopping(): boolean {
    return this.stopped !== undefined;
  }

  async start(spec: ChildSpec): Promise<Child> {
    return this.adopt(await startChild(spec));
  }

  /** Takes over the stopping of a child that something else started. */
  adopt(child: Child): Child {
    this.children.push(child);
    this.watcher?.add(child.pid);
    void child.ended.then(() => {
      this.children.splice(this.children.indexOf(child), 1);
      if (!this.isStopping) this.watcher?.remove(child.pid);
    });
    return child;
  }

  /** Stops the youngest first; those that others lean on come last. */
  stop(): Promise<void> {
    this.stopped ??= this.stopInOrder();
    return this.stopped;
  }

  private async stopInOrder(): Promise<void> {
    const order = [...this.children]
      .reverse()
      .sort((a, b) => Number(a.stopsLast) - Number(b.stopsLast));
    for (const child of order) await child.stop();
  }

  /** Starts a program again whenever it has ended, later each time, and tells of it. */
  keep(name: string, first: Child, again: () => Promise<Child>): void {
    this.keepRunning(name, first, again).catch(this.fail);
  }

  private async keepRunning(
    name: string,
    first: Child,
    again: () => Promise<Child>,
  ): Promise<void> {
    let child = first;
    for (let crashes = 0; ; crashes++) {
      const began = Date.now();
      const status = await child.ended;
      if (this.isStopping) return;
      if (Date.now() - began > STEADY_MS) crashes = 0;
      const seconds = Math.min(2 ** crashes, LONGEST_PAUSE_S);
      say(text("progress.crashed", { name, status, seconds }));
      await sleep(seconds * 1000);
      if (this.isStopping) return;
      child = await again();
    }
  }
}
