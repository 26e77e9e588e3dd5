"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { watchedPage } from "./watched";

/** Asks the server for the page again every `seconds`, while somebody looks at it. */
export function AutoRefresh({ seconds }: { seconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const watched = watchedPage();
    const timer = setInterval(() => {
      if (watched()) router.refresh();
    }, seconds * 1000);
    return () => {
      clearInterval(timer);
      watched.stop();
    };
  }, [router, seconds]);
  return null;
}
