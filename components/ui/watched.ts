// A page that nobody touches must not keep its session alive past the idle hour.
const FORGOTTEN_MS = 15 * 60 * 1000;
const SIGNS_OF_LIFE = ["pointerdown", "keydown", "scroll"] as const;

export interface Watched {
  /** Whether somebody looks at the page: it is in front, and has been touched not long ago. */
  (): boolean;
  stop: () => void;
}

/** Keeps an eye on whether the page is being looked at; `changed` is called when that may have changed. */
export function watchedPage(changed: () => void = () => undefined): Watched {
  let touchedAt = Date.now();
  const touch = () => {
    const slept = Date.now() - touchedAt >= FORGOTTEN_MS;
    touchedAt = Date.now();
    if (slept) changed();
  };
  for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, touch, { passive: true });
  document.addEventListener("visibilitychange", changed);
  const watched = () =>
    document.visibilityState === "visible" && Date.now() - touchedAt < FORGOTTEN_MS;
  return Object.assign(watched, {
    stop: () => {
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, touch);
      document.removeEventListener("visibilitychange", changed);
    },
  });
}
