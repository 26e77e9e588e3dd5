/** A bar of `share` (0 to 1), on paper too; the figure beside it says the same in digits. */
export function ShareBar({ share }: { share: number }) {
  const filled = Math.min(1, Math.max(share, share > 0 ? 0.005 : 0));
  return (
    <svg
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      aria-hidden
      className="mt-1 h-1.5 w-full text-action print:text-ink"
    >
      <rect width={100} height={6} fill="var(--line)" />
      <rect width={filled * 100} height={6} fill="currentColor" />
    </svg>
  );
}
