"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import {
  aheadHref,
  askUpcoming,
  readyAfter,
  setReady,
} from "@/app/(portal)/tasks/_components/ahead";

/** Once the present page has come to rest. */
const REST_MS = 100;

type PrefetchOptions = NonNullable<Parameters<ReturnType<typeof useRouter>["prefetch"]>[1]>;
// The whole page with its data, not only what all tasks have in common.
const WHOLE = { kind: "full" } as PrefetchOptions;

/**
 * Reads the next two tasks ahead, without taking them: what is delivered is logged, what is shown is
 * logged when it is opened. Gives a function that names the nearest one.
 */
export function useAhead(taskId: string): () => string | undefined {
  const router = useRouter();
  useEffect(() => {
    let here = true;
    const timer = setTimeout(async () => {
      const ids = await askUpcoming(taskId);
      if (!here) return;
      setReady(ids);
      for (const id of ids) router.prefetch(aheadHref(id), WHOLE);
    }, REST_MS);
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [taskId, router]);
  return () => readyAfter(taskId)[0];
}
