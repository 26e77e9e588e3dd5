import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { CURRENT_MODEL } from "@/lib/domain/matching/model";
import { readModelFile } from "@/lib/domain/matching/model-schema";
import type { MatchModel } from "@/lib/domain/matching/vocabulary";
import { codeText } from "@/lib/i18n/code-text";
import { parseLocale } from "@/lib/i18n/locales";
import { translatorFor } from "@/lib/i18n/translator";
import { FileProblem } from "./file-problem";

/** The model of a file; the built-in one without a file. @throws FileProblem `missing`, `model` */
export function modelOf(path: string | null): MatchModel {
  if (path === null) return CURRENT_MODEL;
  const read = readModelFile(textOf(path));
  if (read.ok) return read.value;
  const word = translatorFor(parseLocale(process.env.PORTAL_LOCALE), "matching.modelFile");
  throw new FileProblem("model", { file: basename(path), reason: codeText(word, read, "notJson") });
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new FileProblem("missing", { file: path });
  }
}
