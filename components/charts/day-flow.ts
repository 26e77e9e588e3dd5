/** What happened on one day, in people; all three from zero up. */
export interface DayFlow {
  date: string;
  /** new differences */
  added: number;
  /** were settled and are open again */
  reopened: number;
  cleaned: number;
  /** lists behind them */
  hrefs?: Partial<Record<"added" | "reopened" | "cleaned", string>>;
}

type Counts = Omit<DayFlow, "date" | "hrefs">;

/** By how much what remains has grown (above zero) or shrunk. */
export function netOf({ added, reopened, cleaned }: Counts): number {
  return added + reopened - cleaned;
}

export function sumOf(days: readonly Counts[]): Counts {
  const total = (key: keyof Counts) => days.reduce((sum, day) => sum + day[key], 0);
  return { added: total("added"), reopened: total("reopened"), cleaned: total("cleaned") };
}
