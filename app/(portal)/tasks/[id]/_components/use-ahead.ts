"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { aheadHref, askUpcoming } from "@/app/(portal)/tasks/_components/ahead";

/** Once the present page has come to rest. */
const REST_MS = 300;

type PrefetchOptions = NonNullable<Parameters<ReturnType<typeof useRouter>["prefetch"]>[1]>;
// The whole page with its data, not only what all tasks have in common.
const WHOLE = { kind: "full" } as PrefetchOptions;

/**
 * Reads the next two tasks ahead, without taking them: what is delivered is logged, what is shown is
 * logged when it is opened. Gives a function that names the nearest one.
 */
export function useAhead(taskId: string, works: boolean): () => string | undefined {
  const router = useRouter();
  const upcoming = useRef<string[]>([]);
  useEffect(() => {
    if (!works) return;
    let here = true;
    upcoming.current = [];
    const timer = setTimeout(async () => {
      const ids = await askUpcoming(taskId);
      if (!here) return;
      upcoming.current = ids;
      for (const id of ids) router.prefetch(aheadHref(id), WHOLE);
    }, REST_MS);
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [taskId, works, router]);
  return () => upcoming.current[0];
}
