import { TONE_TEXT, type Tone } from "./tone";

interface ProgressBarProps {
  /** What moves: "Đối sánh đợt 12". */
  label: string;
  /** Done, 0 to `max`. */
  value: number;
  max?: number;
  /** The same in words, shown at the right: "640 / 1.000 hồ sơ". */
  text: string;
  tone?: Tone;
}

/** How far something has come. The words carry the figure; the bar only repeats it. */
export function ProgressBar({ label, value, max = 1, text, tone = "info" }: ProgressBarProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap justify-between gap-x-4 text-sm">
        <span>{label}</span>
        <span className="text-quiet tabular-nums">{text}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={text}
        className={`h-2 overflow-hidden rounded-full bg-line forced-colors:border print:border print:border-edge ${TONE_TEXT[tone]}`}
      >
        <div
          className="h-full rounded-full bg-current forced-colors:bg-[CanvasText]"
          style={{ width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}
