"use client";

import dynamic from "next/dynamic";

/** The table comes with tasks that wait for approval, and not with every task. */
export const ApprovalRowsLater = dynamic(
  async () => (await import("./approval-rows")).ApprovalRows,
);
