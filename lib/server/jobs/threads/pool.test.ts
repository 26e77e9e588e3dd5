import { afterEach, expect, it } from "vitest";
import { MODEL_V1 } from "@/lib/domain/matching/model";
import { judgeAll, judgeHolders, type Question } from "@/lib/server/matching/judge";
import { type JudgePool, judgePool } from "./pool";

const NAMES = ["Nguyễn Thị Hòa", "NGUYEN THI HOA", "Trần Văn Nam", "Lê Thị Hoàn", "Huỳnh Văn Mỹ"];

const valuesOf = (i: number) => ({
  fullName: NAMES[i % NAMES.length] ?? null,
  birthDate: { value: `19${50 + (i % 40)}-0${1 + (i % 9)}-12`, precision: "day" as const },
  sex: i % 3 === 0 ? ("male" as const) : ("female" as const),
  idNumber: i % 4 === 0 ? null : `079185${String(i).padStart(6, "0")}`,
});

/** Records each with the person of the same number and two who only resemble it. */
function questions(count: number): Question[] {
  return Array.from({ length: count }, (_, i) => ({
    subject: { ...valuesOf(i), foreign: i % 50 === 49 },
    candidates: [i, i + 3, i + 5].map((n) => ({
      ...valuesOf(n),
      personId: `p${n}`,
      oldIds: [],
      communeCode: `${25_000 + n}`,
    })),
  }));
}

let pool: JudgePool | undefined;
afterEach(() => pool?.stop());

it("answers the same, in the same order, whatever the number of threads", async () => {
  const asked = questions(1_003);
  const all = JSON.stringify(judgeAll(asked, MODEL_V1));
  const holders = JSON.stringify(judgeHolders(asked, MODEL_V1));
  for (const threads of [1, 3]) {
    pool = judgePool(MODEL_V1, threads);
    const { judge } = pool;
    expect(JSON.stringify(await judge.all(asked, MODEL_V1)), `${threads}`).toBe(all);
    expect(JSON.stringify(await judge.holders(asked, MODEL_V1)), `${threads}`).toBe(holders);
    await pool.stop();
  }
}, 60_000);

it("fails what a dying thread was asked, and answers the next time", async () => {
  pool = judgePool(MODEL_V1, 1);
  const good = questions(600);
  // The engine is never given such a record; whatever goes wrong inside a thread ends like this.
  const bad = good.map((one, i) => (i === 400 ? { ...one, subject: null } : one)) as Question[];
  await expect(pool.judge.all(bad, MODEL_V1)).rejects.toThrow();
  expect(await pool.judge.all(good, MODEL_V1)).toHaveLength(600);
}, 60_000);
