/** Whether a run still moves. */
export function isLive(run: { state: string }): boolean {
  return run.state === "queued" || run.state === "running";
}
