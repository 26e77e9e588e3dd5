/**
 * A page that is drawn anew leaves and comes back at once: only who is away for longer has left.
 * Browsers send what is asked for in `pagehide` although the page is gone.
 */
const AWAY_MS = 400;

interface Stay {
  /** until when the task is held, as the claim answered; null before it has */
  until: string | null;
  /** it was not refused: a colleague's task is not this officer's to give back */
  mine: boolean;
  /** something was chosen, typed or sent: the officer is at work on it */
  kept: boolean;
  leaving?: ReturnType<typeof setTimeout>;
}

/** Tasks whose page is open in this tab, or was a moment ago. */
const stays = new Map<string, Stay>();

/** The page of a task has come up; where it had only been drawn anew, it never left. */
export function arrive(taskId: string): void {
  const stay = stays.get(taskId);
  clearTimeout(stay?.leaving);
  stays.set(taskId, stay ?? { until: null, mine: true, kept: false });
}

/** What the claim answered: held until then; null where it was refused. */
export function hold(taskId: string, until: string | null): void {
  const stay = stays.get(taskId);
  if (stay) Object.assign(stay, { until, mine: until !== null });
}

/** The officer is at work on it: leaving the page leaves the task as it is. */
export function keep(taskId: string): void {
  const stay = stays.get(taskId);
  if (stay) stay.kept = true;
}

/** The page of a task has gone: who only looked leaves the task where it was. */
export function depart(taskId: string): void {
  const stay = stays.get(taskId);
  if (stay) stay.leaving = setTimeout(() => giveBack(taskId), AWAY_MS);
}

/** The tab is closed, or another address opened in it: there is no later. */
export function departAll(): void {
  for (const taskId of [...stays.keys()]) giveBack(taskId);
}

// By the lease's own end: should the same officer have opened the task once more meanwhile, that is
// another lease, and stays.
function giveBack(taskId: string): void {
  const stay = stays.get(taskId);
  clearTimeout(stay?.leaving);
  stays.delete(taskId);
  if (!stay?.mine || stay.kept) return;
  const { until } = stay;
  navigator.sendBeacon(`/api/v1/tasks/${taskId}/release`, JSON.stringify(until ? { until } : {}));
}
