import type { IconName } from "./icon";

/** What a message or state says about itself. Always shown with an icon and a word. */
export type Tone = "neutral" | "info" | "waiting" | "settled" | "danger";

export const TONE_ICONS: Record<Tone, IconName> = {
  neutral: "circle",
  info: "info",
  waiting: "clock",
  settled: "check",
  danger: "alert",
};

/** Soft ground with text of the same hue, 4.5:1 or more in both themes. */
export const TONE_SOFT: Record<Tone, string> = {
  neutral: "bg-hover text-ink",
  info: "bg-info-soft text-info",
  waiting: "bg-waiting-soft text-waiting",
  settled: "bg-settled-soft text-settled",
  danger: "bg-danger-soft text-danger",
};

export const TONE_TEXT: Record<Tone, string> = {
  neutral: "text-quiet",
  info: "text-info",
  waiting: "text-waiting",
  settled: "text-settled",
  danger: "text-danger",
};

export const TONE_BORDER: Record<Tone, string> = {
  neutral: "border-edge",
  info: "border-info",
  waiting: "border-waiting",
  settled: "border-settled",
  danger: "border-danger",
};
