import { FORCES, type Role } from "@/lib/domain/access/roles";
import type { DifferenceClass } from "@/lib/domain/matching/vocabulary";
import { formatDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { listPractice, type PracticeResult } from "@/lib/server/tasks/practice";

interface Practising {
  id: string;
  role: Role;
}

const practises = ({ role }: Practising) => FORCES.some((force) => force === role);

/** Each officer's practice in a few words; empty for a role that has none. */
export async function practiceWords(officers: readonly Practising[]): Promise<string[]> {
  const t = await getTranslator("practice.officer");
  const done = await listPractice(officers.filter(practises).map(({ id }) => id));
  const results = new Map(done.map((result) => [result.officerId, result]));
  return officers.map((officer) => {
    if (!practises(officer)) return "";
    const result = results.get(officer.id);
    if (!result) return t("never");
    const { score, total, finishedAt } = result;
    return t("done", { score, total, day: formatDate(finishedAt) });
  });
}

async function mistakeWords({ mistakes }: PracticeResult): Promise<string> {
  const t = await getTranslator("practice.officer");
  const words = await getTranslator("common.compare.class");
  const classes = (Object.keys(mistakes) as DifferenceClass[]).map((kind) => words(kind));
  return classes.length > 0 ? t("mistakes", { classes: classes.join(", ") }) : "";
}

/** One officer's practice in full; null for a role that has none. */
export async function practiceDetail(officer: Practising): Promise<string | null> {
  if (!practises(officer)) return null;
  const t = await getTranslator("practice.officer");
  const [result] = await listPractice([officer.id]);
  if (!result) return t("never");
  const { score, total, minutes, finishedAt } = result;
  const words = t("detail", { score, total, minutes, day: formatDate(finishedAt) });
  return [words, await mistakeWords(result)].filter(Boolean).join(". ");
}
