/** A weight as a bar from a middle line: evidence for to the right, against to the left. */
export function BitBar({ weight, most }: { weight: number; most: number }) {
  const length = Math.min(1, Math.abs(weight) / most) * 50;
  const against = weight < 0;
  return (
    <svg
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      aria-hidden
      className={`h-2 w-full ${against ? "text-waiting" : "text-action"} print:text-ink`}
    >
      <rect y={3} width={100} height={2} fill="var(--line)" />
      <rect
        x={against ? 50 - length : 50}
        width={weight === 0 ? 0 : Math.max(length, 0.5)}
        height={8}
        fill="currentColor"
      />
      <rect x={49.75} width={0.5} height={8} fill="var(--edge)" />
    </svg>
  );
}
