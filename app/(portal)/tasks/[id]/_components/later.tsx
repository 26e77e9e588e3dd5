"use client";

import dynamic from "next/dynamic";

/* What few tasks show comes with those that do, and not with every task. */

export const ApprovalRowsLater = dynamic(
  async () => (await import("./approval-rows")).ApprovalRows,
);
export const ApprovalFormsLater = dynamic(
  async () => (await import("./approval-forms")).ApprovalForms,
);
/** Where more than one person may be meant. */
export const CandidateLinksLater = dynamic(
  async () => (await import("./candidate-links")).CandidateLinks,
);
/** Where it came back with a reason. */
export const ReadReturnFormLater = dynamic(
  async () => (await import("./read-return-form")).ReadReturnForm,
);
/** Where a colleague has changed what one had begun. */
export const DraftConflictLater = dynamic(
  async () => (await import("./draft-conflict")).DraftConflict,
);
