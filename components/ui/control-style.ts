/** Ground, border and height shared by every text control. */
export const CONTROL_STYLE =
  "w-full min-h-11 rounded-md border border-edge bg-surface px-3 py-2 text-base text-ink transition-colors hover:border-action disabled:cursor-not-allowed disabled:bg-hover disabled:text-quiet aria-invalid:border-danger md:min-h-10";
