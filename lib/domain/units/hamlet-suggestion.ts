import { type HamletName, readHamletName } from "./hamlet-name";

/** One-figure numbers as they are said: "Ấp Ba" may be "Ấp 3". */
const SAID: Record<string, string> = {
  mot: "1",
  nhat: "1",
  hai: "2",
  nhi: "2",
  ba: "3",
  bon: "4",
  tu: "4",
  nam: "5",
  sau: "6",
  bay: "7",
  tam: "8",
  chin: "9",
  muoi: "10",
};

function numbersIn(rest: string): string {
  return (rest.match(/\d+[a-z]?/g) ?? []).join(" ");
}

/** Letters to change, put in or take out, up to `most`; more is `most + 1`. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = row;
  }
  return before[b.length] ?? most + 1;
}

/** How far two names are apart; 4 and more is too far to suggest one for the other. */
function apart(one: HamletName, other: HamletName): number {
  const type = one.type === other.type ? 0 : one.type === "" || other.type === "" ? 0.5 : 1;
  const [a, b] = [one, other].map(({ rest }) => SAID[rest] ?? rest) as [string, string];
  if (a === b) return type;
  if (numbersIn(a) !== numbersIn(b)) return 4;
  const letters = a.replace(/ /g, "");
  const most = letters.length <= 5 ? 1 : 2;
  const changed = distance(letters, b.replace(/ /g, ""), most);
  return changed > most ? 4 : type + changed;
}

/**
 * Which of the commune's hamlets a name may mean, by how it is written; null when none is near or two
 * are equally near. Only a suggestion: a person decides.
 */
export function suggestHamlet<Hamlet extends { name: string }>(
  name: string,
  hamlets: readonly Hamlet[],
): Hamlet | null {
  const asked = readHamletName(name);
  const ranked = hamlets
    .map((hamlet) => ({ hamlet, far: apart(asked, readHamletName(hamlet.name)) }))
    .filter(({ far }) => far < 4)
    .sort((a, b) => a.far - b.far);
  const [best, second] = ranked;
  return best && best.far !== second?.far ? best.hamlet : null;
}
