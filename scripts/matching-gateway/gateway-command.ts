import { existsSync } from "node:fs";
import { text } from "@/scripts/running/say";
import { OtherRun } from "./journal";
import { RecordsFileProblem } from "./record-rows";
import {
  type GatewayProgress,
  type GatewayRun,
  GatewayRunStopped,
  runGateway,
} from "./run-gateway";

const WRONG_USE = 2;
const STOPPED = 1;
const DRAW_EVERY_MS = 500;

/** Token, rate and concurrency, by the same names as for the portal. */
function fromEnvironment({
  REGISTRY_GATEWAY_TOKEN: token,
  REGISTRY_GATEWAY_RATE: rate,
  REGISTRY_GATEWAY_CONCURRENCY: concurrency,
}: NodeJS.ProcessEnv): Pick<GatewayRun, "token" | "settings"> {
  const settings: GatewayRun["settings"] = {};
  if (Number(rate) > 0) settings.perSecond = Number(rate);
  if (Number(concurrency) >= 1) settings.concurrency = Math.floor(Number(concurrency));
  return { token: token || undefined, settings };
}

/**
 * Runs one comparison with the gateway as a command: progress and the sentence at its end go to
 * stderr. Gives the exit code: 0 done, 1 stopped and can be gone on with, 2 wrong use or wrong file.
 */
export async function gatewayCommand(order: GatewayRun): Promise<number> {
  const run = { ...fromEnvironment(process.env), ...order };
  const { recordsFile: file, gatewayUrl: url } = run;
  if (!existsSync(file)) return end(WRONG_USE, text("registry.noFile", { file }));
  if (!/^https?:\/\/[^/]/.test(url)) return end(WRONG_USE, text("gateway.badUrl", { url }));
  const interrupt = new AbortController();
  const onSignal = () => interrupt.abort();
  process.once("SIGINT", onSignal);
  try {
    const done = await runGateway({ onProgress: drawer(), signal: interrupt.signal, ...run });
    return end(0, text("gateway.done", { ...done, file: run.outFile }));
  } catch (error) {
    return end(...sentenceOf(error));
  } finally {
    process.removeListener("SIGINT", onSignal);
  }
}

function end(code: number, sentence: string): number {
  clearLine();
  process.stderr.write(`${sentence}\n`);
  return code;
}

function sentenceOf(error: unknown): [number, string] {
  if (error instanceof GatewayRunStopped) {
    const { status, ...at } = error.at;
    return [STOPPED, text(`gateway.stopped.${error.kind}`, { ...at, status: status ?? 0 })];
  }
  if (error instanceof OtherRun) {
    return [WRONG_USE, text("gateway.otherRun", { file: error.file })];
  }
  if (error instanceof RecordsFileProblem) {
    const { of } = error;
    return [
      WRONG_USE,
      "line" in of
        ? text("gateway.notCsv", { line: of.line })
        : text("gateway.missingColumns", { columns: of.missing.join(", ") }),
    ];
  }
  const { message = String(error) } = error as Error;
  return [WRONG_USE, text("gateway.failed", { message })];
}

function clearLine(): void {
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[2K");
}

/** One line that is drawn anew; nothing where stderr is a file. */
function drawer(): (progress: GatewayProgress) => void {
  let drawn = 0;
  const begun = performance.now();
  return ({ done, asked, bytes, totalBytes }) => {
    const now = performance.now();
    if (!process.stderr.isTTY || now - drawn < DRAW_EVERY_MS) return;
    drawn = now;
    const share = totalBytes === 0 ? 1 : bytes / totalBytes;
    const rate = asked / ((now - begun) / 1000);
    clearLine();
    process.stderr.write(text("gateway.progress", { share, done, rate }));
  };
}
