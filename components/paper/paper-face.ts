/** The typeface of official papers; tables have one of their own elsewhere. */
export const PAPER_FACE = "font-[Times_New_Roman,Liberation_Serif,serif]";
