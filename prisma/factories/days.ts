const HOUR = 60 * 60 * 1000;
/** Viet Nam is seven hours ahead of UTC. */
const AHEAD = 7 * HOUR;

function isWeekend(day: Date): boolean {
  return day.getUTCDay() % 6 === 0;
}

/** The day (yyyy-MM-dd) that lies so many days from today in Viet Nam. */
export function dayFromToday(days: number): string {
  return new Date(Date.now() + AHEAD + days * 24 * HOUR).toISOString().slice(0, 10);
}

/** The next day (yyyy-MM-dd) that is no Saturday or Sunday. */
export function nextWorkingDay(): string {
  let ahead = 1;
  while (isWeekend(new Date(dayFromToday(ahead)))) ahead += 1;
  return dayFromToday(ahead);
}
