/**
 * Keys that two numbers of equal length share exactly when one digit was typed wrongly or two
 * neighbours were exchanged (or when they are equal). As many keys as twice the digits.
 */
export function nearNumberKeys(number: string): string[] {
  const keys: string[] = [];
  for (let at = 0; at < number.length; at++) {
    keys.push(`${at}-${number.slice(0, at)}${number.slice(at + 1)}`);
    const [a = "", b = ""] = [number[at], number[at + 1]];
    if (b === "" || a === b) continue;
    const pair = a < b ? a + b : b + a;
    keys.push(`${at}~${number.slice(0, at)}${pair}${number.slice(at + 2)}`);
  }
  return keys;
}
