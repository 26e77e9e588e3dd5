const ONSET = "(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph|p|qu?|r|s|th|tr|t|v|x)?";
/** Rimes by their vowel, without tones. A rime that ends in c, ch, p or t takes two tones only. */
const RIMES = [
  "a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|ăc|ăm|ăn|ăng|ăp|ăt|âc|âm|ân|âng|âp|ât|âu|ây",
  "e|ec|em|en|eng|eo|ep|et|ê|êch|êm|ên|ênh|êp|êt|êu",
  "i|ia|ich|iêc|iêm|iên|iêng|iêp|iêt|iêu|im|in|inh|ip|it|iu",
  "o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oap|oat|oay|oăc|oăm|oăn|oăng|oăt",
  "oc|oe|oen|oeo|oet|oi|om|on|ong|ooc|oong|op|ot|ô|ôc|ôi|ôm|ôn|ông|ôp|ôt|ơ|ơi|ơm|ơn|ơp|ơt",
  "u|ua|uân|uâng|uât|uây|uê|uêch|uên|uênh|uêu|ui|um|un|ung|uôc|uôi|uôm|uôn|uông|uôt|uôp",
  "uc|uơ|up|ut|uy|uya|uych|uyên|uyêt|uynh|uyt|uyu",
  "ư|ưa|ưc|ưi|ưm|ưn|ưng|ươc|ươi|ươm|ươn|ương|ươp|ươt|ươu|ưt|ưu",
  "y|ych|yêm|yên|yêng|yêt|yêu|ynh|yt",
].join("|");
const SYLLABLE = new RegExp(`^${ONSET}(?:${RIMES})$`);
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
const STOP_TONES = /[\u0301\u0323]/;

/**
 * Whether a word could be Vietnamese: an onset and a rime that exist, with at most one tone and one
 * that the rime can carry. Case and Unicode form don't matter.
 */
export function isVietnameseSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize("NFD");
  const tones = parts.match(TONE) ?? [];
  const bare = parts.replace(TONE, "").normalize("NFC");
  if (tones.length > 1 || !SYLLABLE.test(bare)) return false;
  return !/(c|ch|p|t)$/.test(bare) || STOP_TONES.test(tones[0] ?? "");
}

/**
 * How much a text looks like Vietnamese that was decoded rightly: the share, 0 to 1, of its words
 * with a letter outside ASCII that are Vietnamese syllables. 0 when there is no such word.
 */
export function scoreVietnamese(text: string): number {
  const words = text.split(/[\s!-/:-@[-`{-~\d]+/).filter((word) => /[^\p{ASCII}]/u.test(word));
  if (words.length === 0) return 0;
  return words.filter(isVietnameseSyllable).length / words.length;
}
