import { text } from "../running/say";
import type { Progress } from "./run-files";

const EVERY_MS = 200;
const PLAIN_STEP = 10;

/** Tells how far a run is: one line that is written over on a terminal, a line each tenth elsewhere. */
export class ProgressLine {
  private shownAt = 0;
  private lastTenth = -1;
  private began = 0;
  private width = 0;

  constructor(private readonly stream: NodeJS.WriteStream) {}

  show(progress: Progress): void {
    const now = performance.now();
    if (progress.phase === "records" && this.began === 0) this.began = now;
    const tenth =
      Math.floor(percentOf(progress) / PLAIN_STEP) + (progress.phase === "people" ? 0 : 100);
    if (this.stream.isTTY ? now - this.shownAt < EVERY_MS : tenth === this.lastTenth) return;
    this.shownAt = now;
    this.lastTenth = tenth;
    this.write(lineOf(progress, (now - this.began) / 1000));
  }

  /** Takes the line away. */
  clear(): void {
    if (this.stream.isTTY) this.stream.write(`\r${" ".repeat(this.width)}\r`);
  }

  private write(line: string): void {
    if (!this.stream.isTTY) {
      this.stream.write(`${line}\n`);
      return;
    }
    this.stream.write(`\r${line.padEnd(this.width)}`);
    this.width = line.length;
  }
}

function percentOf({ bytes, of }: Progress): number {
  return of === 0 ? 100 : Math.floor((bytes / of) * 100);
}

function lineOf(progress: Progress, seconds: number): string {
  const percent = percentOf(progress);
  if (progress.phase === "people") return text("matchFiles.progress.people", { percent });
  const { records, bytes, of } = progress;
  const left = bytes === 0 ? 0 : Math.ceil((seconds * (of - bytes)) / bytes);
  const speed = seconds > 0 ? Math.round(records / seconds) : 0;
  return text("matchFiles.progress.records", { percent, records, speed, left });
}
