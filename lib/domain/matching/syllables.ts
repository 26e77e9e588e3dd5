import { stripMarks } from "@/lib/domain/records/full-name";
import { readToken } from "./name-token";

const ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split(" ");

const RHYMES = (
  "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây " +
  "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in " +
  "inh ip it iu o oa oac oach oai oam oan oang oanh oao oat oay oăc oăm oăn oăng oăt oc oe oen " +
  "oeo oet oi om on ong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc " +
  "uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyt " +
  "uyp uyn ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu " +
  "ych yn ynh yp yt"
).split(" ");

const MARKED = new Set(["", ...ONSETS].flatMap((onset) => RHYMES.map((rhyme) => onset + rhyme)));
const PLAIN = new Set([...MARKED].map(stripMarks));
const STOPPED = /(p|t|c|ch)$/;

/**
 * Can this lower-case word be a Vietnamese syllable, with its marks or with none at all
 * ("nguyễn", "nguyen")? A stopped syllable that carries marks needs the tone sắc or nặng.
 */
export function isSyllable(word: string): boolean {
  const { letters, tone, plain, text } = readToken(word);
  if (plain === text) return PLAIN.has(plain);
  if (!MARKED.has(letters) || tone.length > 1) return false;
  return !STOPPED.test(letters) || tone === "2" || tone === "5";
}

/** A word of a name as written: its parts between apostrophes, hyphens and dots are all syllables. */
export function isVietnameseWord(word: string): boolean {
  const parts = word
    .toLowerCase()
    .split(/['.-]/)
    .filter((part) => part !== "");
  return parts.length > 0 && parts.every(isSyllable);
}

/** Words as they are separated by ordinary spaces; U+00A0 may be a letter of a damaged text. */
export function wordsOf(text: string): string[] {
  return text.split(/[ \t\r\n]+/).filter((word) => word !== "");
}
