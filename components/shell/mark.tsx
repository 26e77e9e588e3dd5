/** The mark of the portal: a shield with a tick, drawn plainly in state red. Not an emblem. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="shrink-0">
      <path
        className="fill-state"
        d="M16 2.5 4.5 6.2v9.1c0 6.6 4.5 11.5 11.5 14.2 7-2.7 11.5-7.6 11.5-14.2V6.2Z"
      />
      <path
        className="fill-none stroke-on-danger"
        strokeWidth="2.8"
        strokeLinecap="round"
        strokeLinejoin="round"
        d="m10.2 15.8 4.2 4.2 7.6-8.2"
      />
    </svg>
  );
}
