/** Tasks that were sent from this tab and whose answer has not come: they are nobody's next ones. */
const onTheirWay = new Set<string>();
/** Read ahead from the page before, the nearest first: whoever is quick finds them here. */
let ready: readonly string[] = [];
/** Tasks whose page was drawn before they were taken. */
const ahead = new Set<string>();

export function setOut(taskId: string): void {
  onTheirWay.add(taskId);
}

export function arrived(taskId: string): void {
  onTheirWay.delete(taskId);
}

/** The address of a task that is read ahead. Another one than that of the list's links, so that those are never old. */
export function aheadHref(taskId: string): string {
  return `/tasks/${taskId}?ahead=1`;
}

export function goAhead(taskId: string): void {
  ahead.add(taskId);
  ready = ready.filter((id) => id !== taskId);
}

/** Pages that lie ready for the task after this one, and are not on their way themselves. */
export function readyAfter(taskId: string): readonly string[] {
  return ready.filter((id) => id !== taskId && !onTheirWay.has(id));
}

export function setReady(taskIds: readonly string[]): void {
  ready = taskIds;
}

/** Whether the page was drawn ahead; asked once. */
export function cameAhead(taskId: string): boolean {
  return ahead.delete(taskId);
}

/** What would open after this one, the nearest first; empty without a connection. */
export async function askUpcoming(taskId: string): Promise<string[]> {
  const except = new URLSearchParams([taskId, ...onTheirWay].map((id) => ["except", id]));
  try {
    const answer = await fetch(`/api/v1/tasks/upcoming?${except}`);
    if (!answer.ok) return [];
    return ((await answer.json()) as { taskIds: string[] }).taskIds;
  } catch {
    return [];
  }
}
