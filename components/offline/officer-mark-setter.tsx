"use client";

import { useEffect } from "react";
import { markOfficer } from "./officer-mark";

/** A page that knows who is signed in says so to those that open without the portal. */
export function OfficerMark({ officerId }: { officerId: string | null }) {
  useEffect(() => {
    if (officerId !== null) markOfficer(officerId);
  }, [officerId]);
  return null;
}
