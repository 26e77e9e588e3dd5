import { type ProblemCode, type TextParams, text } from "./say";

interface More extends ErrorOptions {
  /** What a program said, to be shown below the sentence. */
  detail?: string;
}

/** Something the person at the terminal can mend: said in one sentence, without a stack. */
export class Problem extends Error {
  readonly detail: string;

  constructor(
    readonly code: ProblemCode,
    readonly params: TextParams = {},
    { detail = "", ...options }: More = {},
  ) {
    super(code, options);
    this.name = "Problem";
    this.detail = detail;
  }
}

const NO_ROOM = /ENOSPC|EDQUOT|no space left on device|disk quota exceeded/i;

/** PostgreSQL says 53100, Node says ENOSPC, and programs we start only print it. */
export function isDiskFull(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, message, detail, cause } = error as Record<string, unknown>;
  return code === "53100" || NO_ROOM.test(`${code} ${message} ${detail}`) || isDiskFull(cause);
}

/** The one sentence for any failure, and below it what a program said, if that helps. */
export function explain(error: unknown): string {
  if (isDiskFull(error)) return text("problem.start.diskFull");
  if (error instanceof Problem)
    return [sentence(error), lastLines(error.detail)].filter(Boolean).join("\n");
  const message = error instanceof Error ? error.message : String(error);
  return text("problem.start.unknown", { message: message.trim().split("\n", 1)[0] ?? "" });
}

function sentence(problem: Problem): string {
  // Every problem has its own parameters, which the type of one key stands for here.
  return text(
    `problem.${problem.code}` as "problem.start.unknown",
    problem.params as { message: string },
  );
}

const SHOWN_LINES = 40;

function lastLines(output: string): string {
  return output.trim().split("\n").slice(-SHOWN_LINES).join("\n");
}
