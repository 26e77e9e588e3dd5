"use client";

import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { callTask } from "@/app/(portal)/tasks/_components/task-call";
import type { LiveScore } from "@/components/compare/live-score";
import { type CompareRow, type CompareValue, hasTyped } from "@/components/compare/settlement";
import type { ScoreKit } from "@/lib/domain/matching/score-kit";
import { scoreLevels } from "@/lib/domain/matching/score-levels";
import type { IdentityField } from "@/lib/domain/matching/vocabulary";
import { choicesOf } from "./choices-of";
import { levelsOf, type ReadLevel } from "./level-of";

/** Typing is not followed letter by letter. */
const STILL_MS = 120;

interface Scored {
  score: number;
  threshold: number;
  fields: LiveScore["fields"];
  settlingField: IdentityField | null;
  accepted: boolean;
  rule: string;
}

interface Of {
  taskId: string;
  personId: string | null;
  rows: readonly CompareRow[];
  kit: ScoreKit | null;
  value: CompareValue;
}

/** Reads typed values as the engine does; loaded once somebody types. */
function useReader(typed: boolean): ReadLevel | null {
  const [read, setRead] = useState<ReadLevel | null>(null);
  useEffect(() => {
    if (!typed || read) return;
    import("@/lib/domain/matching/typed-level").then(
      ({ typedLevel }) => setRead(() => typedLevel),
      () => undefined,
    );
  }, [typed, read]);
  return read;
}

function scoreHere(
  { rows, kit, value }: Pick<Of, "rows" | "kit" | "value">,
  read: ReadLevel | null,
): LiveScore | undefined {
  const levels = kit && levelsOf(rows, value, { kit, read });
  if (!kit || !levels) return undefined;
  const { score, fields, settlingField } = scoreLevels(kit, levels);
  return {
    score,
    threshold: kit.model.acceptScore,
    settlingField,
    fields: Object.fromEntries(fields.map((one) => [one.field, one])),
  };
}

const liveOf = ({ accepted, score, threshold, fields, settlingField }: Scored): LiveScore => ({
  score,
  threshold,
  fields,
  settlingField,
  contested: score >= threshold && !accepted,
});

/** The server's word on the same choices: at once where a side was taken, a moment after the last letter. */
function useServerScore({ taskId, personId, kit, value }: Of, changed: boolean) {
  const [said, setSaid] = useState<{ of: CompareValue; live: LiveScore } | null>(null);
  useEffect(() => {
    if (!personId || (!changed && kit)) return;
    const leaving = new AbortController();
    const timer = setTimeout(
      async () => {
        const body = { personId, choices: choicesOf(value) };
        const answer = await callTask<Scored>(taskId, {
          word: "score",
          body,
          signal: leaving.signal,
        });
        if (answer.ok) setSaid({ of: value, live: liveOf(answer.data) });
      },
      hasTyped(value) ? STILL_MS : 0,
    );
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [taskId, personId, kit, value, changed]);
  return said?.of === value ? said.live : undefined;
}

/**
 * The engine's word on the values as they stand: at once by the same functions in the browser, then
 * confirmed by the server, which also knows who else is near. Undefined without anybody to compare with.
 */
export function useLiveScore(of: Of, changed: boolean): LiveScore | undefined {
  const { personId, rows, kit, value } = of;
  const read = useReader(hasTyped(value));
  const server = useServerScore(of, changed);
  // The letter stands in its field first; what it is worth follows in the next moment.
  const seen = useDeferredValue(value);
  const here = useMemo(() => scoreHere({ rows, kit, value: seen }, read), [rows, kit, seen, read]);
  return personId ? (server ?? here) : undefined;
}
