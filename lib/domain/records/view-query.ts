/** What a view keeps of a list's address: what narrows it, its order, how it is drawn. */
const KEPT = [
  "view",
  "state",
  "mainClass",
  "standing",
  "hamlet",
  "unit",
  "overdue",
  "returned",
  "dueFrom",
  "dueTo",
  "bornFrom",
  "bornTo",
  "sort",
  "direction",
  "cols",
  "density",
];
/** Ids, days and words of the portal; never free text. */
const PLAIN = /^[A-Za-z0-9_.,-]{1,200}$/;

/** The parameters of an address that a view keeps, written in one order. */
export function viewQuery(query: string): string {
  const asked = new URLSearchParams(query);
  const kept = new URLSearchParams();
  for (const name of KEPT) {
    const value = asked.get(name);
    if (value !== null && PLAIN.test(value)) kept.set(name, value);
  }
  return kept.toString();
}
