/** Why an officer is away: words of work, nothing about their health. */
export const ABSENCE_REASONS = ["leave", "duty", "training", "personal", "other"] as const;
export type AbsenceReason = (typeof ABSENCE_REASONS)[number];

/** Most minutes of a day that anybody gives to this work. */
export const MOST_MINUTES = 720;
