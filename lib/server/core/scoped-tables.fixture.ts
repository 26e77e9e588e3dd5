// Kinds of tables under row scope; every other one holds something about a person, or hangs on one.

/** An office's own: nothing about a person, and nothing that hangs on one. */
export const OFFICE_TABLES = [
  "hamlet",
  "audit_entry",
  "campaign",
  "officer",
  "officer_absence",
  "officer_plan",
  "progress_count",
  "progress_delta",
  "progress_day",
  "progress_log",
  "progress_outlook",
  "progress_report",
  "progress_target",
  "digest",
  "unit_change",
];
/** An officer's own: rows here are somebody else's. */
export const PRIVATE_TABLES = ["saved_view", "search", "task_draft"];
/** These are read by those who look after the officers of the area, too. */
export const OWN_TABLES = [...PRIVATE_TABLES, "practice_result"];
