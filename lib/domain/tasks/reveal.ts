/** What a number may be looked at in full for. */
export const REVEAL_PURPOSES = ["call", "papers", "lookup", "meet"] as const;
export type RevealPurpose = (typeof REVEAL_PURPOSES)[number];
