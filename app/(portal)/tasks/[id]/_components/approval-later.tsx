"use client";

import dynamic from "next/dynamic";

/** Both come with tasks that wait for approval, and not with every task. */
export const ApprovalRowsLater = dynamic(
  async () => (await import("./approval-rows")).ApprovalRows,
);
export const ApprovalFormsLater = dynamic(
  async () => (await import("./approval-forms")).ApprovalForms,
);
