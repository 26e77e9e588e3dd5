import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const eslint = new ESLint({ cwd: ROOT });

export interface Finding {
  rule: string;
  message: string;
  line: number;
}

const ERROR = 2;

/** The errors that lint finds in a text, as if it were the file `path`; the file need not exist. */
export async function findings(path: string, code: string): Promise<Finding[]> {
  const [result] = await eslint.lintText(code, { filePath: `${ROOT}${path}` });
  if (!result) throw new Error(`lint ignores ${path}`);
  return result.messages
    .filter(({ severity }) => severity === ERROR)
    .map(({ ruleId, message, line }) => ({ rule: ruleId ?? "parse error", message, line }));
}

interface FileConfig {
  rules: Record<string, [severity: number, ...options: unknown[]]>;
}

/** The rules that are on for a path, with their options. */
export async function rulesFor(path: string): Promise<Map<string, unknown[]>> {
  const config: FileConfig = await eslint.calculateConfigForFile(`${ROOT}${path}`);
  const on = Object.entries(config.rules).filter(([, [severity]]) => severity === ERROR);
  return new Map(on.map(([rule, [, ...options]]) => [rule, options]));
}
