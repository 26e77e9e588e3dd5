/** Whether a run still moves. */
export function isLive(run: { state: string }): boolean {
  return run.state === "queued" || run.state === "running";
}

/** Whether a run may still go on: one that moves, or one that was paused. */
export function isOpen(run: { state: string }): boolean {
  return isLive(run) || run.state === "paused";
}
