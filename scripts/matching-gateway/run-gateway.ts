import { closeSync, fstatSync, openSync, statSync, writeSync } from "node:fs";
import { readRecord } from "@/lib/domain/matching/files/read-record";
import { decideFromAnswers, nextQuestion } from "@/lib/domain/matching/gateway/decide-from-answers";
import { planQuestions } from "@/lib/domain/matching/gateway/plan-questions";
import type { MatchModel } from "@/lib/domain/matching/vocabulary";
import {
  type AskedQuestion,
  GATEWAY_DEFAULTS,
  GatewayError,
  type GatewaySettings,
  RegistryGateway,
} from "@/lib/server/matching/gateway/registry-gateway";
import { httpSend } from "@/lib/server/matching/gateway/send-question";
import { fingerprint, Journal } from "./journal";
import { checkRecordsFile, type NumberedRow, recordRows } from "./record-rows";
import { RESULT_TITLES, resultRow, wrongRow } from "./result-row";
import { UnderWay } from "./under-way";

export interface GatewayRun {
  recordsFile: string;
  gatewayUrl: string;
  outFile: string;
  model: MatchModel;
  token?: string | undefined;
  settings?: Partial<GatewaySettings>;
  /** milliseconds until a question that is not answered has failed; 10 000 by default */
  timeoutMs?: number;
  onProgress?: (progress: GatewayProgress) => void;
  /** Stops the run in an orderly way: it can be gone on with. */
  signal?: AbortSignal;
}

export interface GatewayProgress {
  /** rows that are finished, earlier runs' included */
  done: number;
  /** of the file of records: read so far, and its size */
  bytes: number;
  totalBytes: number;
  /** questions that were answered in this run */
  asked: number;
}

/**
 * The run stopped before its end. Everything finished is in `journal`, and the same command goes on
 * from there. `status` is HTTP's where the gateway refused.
 */
export class GatewayRunStopped extends Error {
  constructor(
    readonly kind: GatewayError["kind"] | "interrupted",
    readonly at: { journal: string; done: number; left: number; status: number | null },
  ) {
    super(`the run stopped: ${kind}`);
    this.name = "GatewayRunStopped";
  }
}

const TIMEOUT_MS = 10_000;
/** Rows under way for each question under way: who waits for a retry holds nobody up. */
const ROWS_AHEAD = 8;

/**
 * Compares a file of records with the registry behind a gateway. The result comes in the order of the
 * input, the same bytes whatever the order of the answers and however often the run was broken off.
 * @throws RecordsFileProblem, OtherRun, GatewayRunStopped
 */
export async function runGateway(run: GatewayRun): Promise<GatewayProgress> {
  await checkRecordsFile(run.recordsFile);
  const totalBytes = statSync(run.recordsFile).size;
  const journal = await Journal.open(run.outFile, await fingerprint(run.recordsFile, run.model));
  const log = openLog(`${run.outFile}.questions.csv`);
  const state: State = { run, journal, bytes: 0, totalBytes, asked: 0, stopped: null, left: 0 };
  const gateway = gatewayOf(run, (asked) => {
    if (asked.answer !== null) state.asked += 1;
    writeSync(log, logLine(asked));
  });
  try {
    await workThrough(state, gateway);
    if (state.stopped || state.left > 0) throw stoppedOf(state);
    await journal.finish(run.outFile, RESULT_TITLES);
    return progressOf(state);
  } finally {
    closeSync(log);
  }
}

interface State {
  run: GatewayRun;
  journal: Journal;
  bytes: number;
  totalBytes: number;
  asked: number;
  stopped: unknown;
  /** rows whose question alone was not answered */
  left: number;
}

function gatewayOf(run: GatewayRun, onAsked: (asked: AskedQuestion) => void): RegistryGateway {
  const { gatewayUrl: url, token, timeoutMs = TIMEOUT_MS } = run;
  const settings = { ...GATEWAY_DEFAULTS, ...run.settings };
  return new RegistryGateway(settings, { send: httpSend({ url, token, timeoutMs }), onAsked });
}

const LOG_TITLES = "asked_at,record_id,purpose,number,repairs,answer,sendings\n";

function openLog(file: string): number {
  const handle = openSync(file, "a", 0o600);
  if (fstatSync(handle).size === 0) writeSync(handle, LOG_TITLES);
  return handle;
}

/** When, which record, why, with which repairs, and the answer: no names and no numbers. */
function logLine({ reference, purpose, number, kinds, answer, attempts }: AskedQuestion): string {
  const record = `"${reference.replaceAll('"', '""')}"`;
  const at = new Date().toISOString();
  return `${[at, record, purpose, number, kinds.join("+"), answer ?? "", attempts].join(",")}\n`;
}

/** Many rows at once, and no more than are of use. */
async function workThrough(state: State, gateway: RegistryGateway): Promise<void> {
  const { recordsFile, settings, signal } = state.run;
  const concurrency = settings?.concurrency ?? GATEWAY_DEFAULTS.concurrency;
  const underWay = new UnderWay(concurrency * ROWS_AHEAD);
  try {
    for await (const row of recordRows(recordsFile)) {
      state.bytes = row.bytes;
      if (signal?.aborted) state.stopped ??= new GatewayRunStopped("interrupted", at(state));
      if (state.stopped) break;
      if (state.journal.has(row.index)) continue;
      await underWay.start(() => finishRow(row, state, gateway));
    }
  } finally {
    await underWay.drain();
  }
}

async function finishRow(row: NumberedRow, state: State, gateway: RegistryGateway): Promise<void> {
  try {
    state.journal.add(row.index, await lineFor(row, state.run.model, gateway));
    state.run.onProgress?.(progressOf(state));
  } catch (error) {
    if (error instanceof GatewayError && error.kind === "question") state.left += 1;
    else state.stopped ??= error;
  }
}

async function lineFor(
  { row, cells, width }: NumberedRow,
  model: MatchModel,
  gateway: RegistryGateway,
): Promise<string> {
  const record = readRecord(row);
  const { recordId, subject } = record;
  if (cells !== width) {
    return wrongRow(recordId, { code: "row.cells", params: { found: cells, width } });
  }
  if (recordId === "") return wrongRow(recordId, { code: "row.recordId", params: {} });
  const questions = planQuestions(subject, model);
  const answers: boolean[] = [];
  for (let next = nextQuestion(questions, answers); next; next = nextQuestion(questions, answers)) {
    answers.push(await gateway.ask(next, recordId));
  }
  return resultRow(record, decideFromAnswers(subject, { questions, answers }, model));
}

function progressOf({ journal, bytes, totalBytes, asked }: State): GatewayProgress {
  return { done: journal.size, bytes, totalBytes, asked };
}

function at({ journal, left }: State, status: number | null = null) {
  return { journal: journal.file, done: journal.size, left, status };
}

function stoppedOf(state: State): unknown {
  const { stopped, journal } = state;
  journal.close();
  if (stopped instanceof GatewayError) {
    return new GatewayRunStopped(stopped.kind, at(state, stopped.status));
  }
  return stopped ?? new GatewayRunStopped("question", at(state));
}
