import { isSyllable, wordsOf } from "./syllables";

const TONE_MARKS: Readonly<Record<string, string>> = {
  f: "\u0300",
  "2": "\u0300",
  s: "\u0301",
  "1": "\u0301",
  r: "\u0309",
  "3": "\u0309",
  x: "\u0303",
  "4": "\u0303",
  j: "\u0323",
  "5": "\u0323",
};

/** Keystrokes of Telex that were never turned into letters ("Nguyeenx Vawn Ddwcs"). */
export function decodeTelex(text: string): string | null {
  return decodeWords(text, readTelexWord);
}

/** Keystrokes of VNI ("Nguye6n4 Va8n D9u7c1"). */
export function decodeVniTyping(text: string): string | null {
  return /\d/.test(text) ? decodeWords(text, readVniWord) : null;
}

function decodeWords(text: string, read: (word: string) => string): string {
  return wordsOf(text)
    .map((word) => (isSyllable(word) ? word : likeCase(word, read(word.toLowerCase()))))
    .join(" ");
}

function readTelexWord(word: string): string {
  const at = lastTone(word);
  const tone = at > 0 ? (TONE_MARKS[word[at] ?? ""] ?? "") : "";
  const bare = at > 0 ? word.slice(0, at) + word.slice(at + 1) : word;
  const letters = bare
    .replace("dd", "đ")
    .replace(/^d(.*)d$/, "đ$1")
    .replace(/uow|uwow|uwo/, "ươ")
    .replace("aa", "â")
    .replace("ee", "ê")
    .replace("oo", "ô")
    .replace("aw", "ă")
    .replace("ow", "ơ")
    .replace("uw", "ư")
    .replace("w", "ư");
  return withTone(lateMark(letters), tone);
}

/** A circumflex or horn typed at the end of the word: "Nguyene", "Hungw", "Tana". */
function lateMark(letters: string): string {
  if (isSyllable(letters)) return letters;
  const last = letters.at(-1) ?? "";
  const body = letters.slice(0, -1);
  const pairs: Record<string, [string, string]> = {
    a: ["a", "â"],
    e: ["e", "ê"],
    o: ["o", "ô"],
  };
  const pair = pairs[last];
  if (pair && body.includes(pair[0])) return body.replace(pair[0], pair[1]);
  return hornAtEnd(letters);
}

function hornAtEnd(letters: string): string {
  if (!letters.endsWith("ư") || letters.length < 3) return letters;
  const body = letters.slice(0, -1);
  if (body.includes("uo")) return body.replace("uo", "ươ");
  for (const [from, to] of [
    ["u", "ư"],
    ["o", "ơ"],
    ["a", "ă"],
  ] as const) {
    if (body.includes(from)) return body.replace(from, to);
  }
  return letters;
}

function lastTone(word: string): number {
  for (let at = word.length - 1; at > 0; at--) {
    if (/[sfrxj]/.test(word[at] ?? "") && /[aeiouyw]/.test(word.slice(0, at))) return at;
  }
  return -1;
}

function readVniWord(word: string): string {
  const tone = /[1-5]/.exec(word)?.[0] ?? "";
  const modifiers = word.replace(/[^6-9]/g, "");
  let letters = word.replace(/\d/g, "");
  if (modifiers.includes("9")) letters = letters.replace("d", "đ");
  if (modifiers.includes("8")) letters = letters.replace("a", "ă");
  if (modifiers.includes("6")) letters = circumflex(letters);
  if (modifiers.includes("7")) letters = horn(letters);
  return withTone(letters, TONE_MARKS[tone] ?? "");
}

function circumflex(letters: string): string {
  return letters.replace(/[aeo](?=[^aeo]*$)/, (c) => ({ a: "â", e: "ê", o: "ô" })[c] ?? c);
}

function horn(letters: string): string {
  if (/uo./.test(letters)) return letters.replace("uo", "ươ");
  return letters.replace(/[ou]/, (c) => (c === "o" ? "ơ" : "ư"));
}

/** The place of the tone does not matter for comparing; it is set where modern spelling sets it. */
function withTone(letters: string, tone: string): string {
  if (tone === "") return letters;
  const at = tonePlace(letters);
  return at < 0
    ? letters
    : (letters.slice(0, at + 1) + tone + letters.slice(at + 1)).normalize("NFC");
}

function tonePlace(letters: string): number {
  const marked = letters.search(/[ăâêôơ](?!.*[ăâêôơ])/);
  if (marked >= 0) return marked;
  const skip = /^(qu|gi(?=[aeiouy]))/.exec(letters)?.[0].length ?? 0;
  const vowels = /[aeiouyư]+/.exec(letters.slice(skip));
  if (!vowels) return -1;
  const start = skip + vowels.index;
  const ended = start + vowels[0].length < letters.length;
  return start + (vowels[0].length === 3 || (vowels[0].length === 2 && ended) ? 1 : 0);
}

function likeCase(model: string, word: string): string {
  if (model === model.toUpperCase()) return word.toUpperCase();
  const first = model[0] ?? "";
  return first === first.toUpperCase() ? word.slice(0, 1).toUpperCase() + word.slice(1) : word;
}
