import { stripMarks } from "@/lib/domain/records/full-name";
import { GIVEN_BITS, MIDDLE_BITS, SURNAME_BITS } from "./name-frequencies";
import { readToken, toneFreeKey } from "./name-token";
import { isSyllable } from "./syllables";

/** Words of Vietnamese names beyond those whose frequency is known (public lists of given names). */
// biome-ignore format: a table of words is read by eye, many to a line
const OTHER_WORDS =
  "ái án ân ấu ẩn ban bào bá bách băng bằng bắc bổng bội bửu bữu ca cam canh cát cần cẩm cẩn " +
  "chánh châm chấn chế chiêu chiểu chinh chí chuẩn chuyên chương chưởng cơ cung dao dã dạ dân " +
  "di diên diệp dinh doanh du duệ duyệt dụng đan đài đàn đăng đệ điền điệp định đoan đôn độ " +
  "đơn đường gia giao giác giáng hàm hành hào hán hảo hãn hạ hạc hạo hiển hiểu hoan hoán hoạ " +
  "hoạt họa học hội hợp huân huấn huynh hướng hưởng hỷ kê kha khai khả khắc khê khiêm khiết " +
  "khiếu khoan khoát khởi khuê khuyến khúc khương kiếm kiến kiết kiện kính kỳ kỷ lai lạc lân " +
  "lập lễ liêm liễu liệt lĩnh lộ luận luật mẫn mậu mi miên mĩ mộc mộng năng ngà ngạn nghiêm " +
  "nghiệp ngôn nguyết nhan nhã nhất nhiên nhiệm nhơn nhu nhuận nhượng nhựt niệm ninh nương nữ " +
  "pháp phu phục phụng quảng quế rah râm rơ sa san sao sáng sâm siêu sinh sĩ song sông sử sỹ " +
  "tấn tất thạc thăng thất thêu thế thiều thiếu thiệu thoa thoại thống thơ thời thuần thuật " +
  "thúc thụ thục thụy thường thượng thực tiền tiển tiểu tinh tình tích tính tịnh toản toại tôn " +
  "tố tổ tranh trà trác tráng trạch trầm triều triết triển trình trụ trưởng trực tuệ tuyến " +
  "tuyển tùy tú túy tụ tươi tường ty uy uyển vành vạn viên viết viễn vĩ vĩnh vịnh vọng vu vỹ " +
  "xanh yên zơ";

/** Words of names in other languages of the country, many of which are no Vietnamese syllables. */
// biome-ignore format: a table of words is read by eye, many to a line
const MINORITY_WORDS =
  "bhim biên blă blăm bli blong blui blưu bơi bun cà chanh chía chứ djuăn dơ dợ đa ha hặc hen " +
  "hlốp hơn inh ín krang krih krơng krứ lanh lên lơh luôn lử mlăi mô mrao mỷ ngăt ngông ngơi " +
  "nhoan nhưng ni pà pánh páo phiên phol pỏm ra rây ré rết rinh rích rôm rốt sà sây sếnh sình " +
  "sóc sô sua súa ta thia thiu thút thươl tung tủa ún ưởng vế wơn wơng yar " +
  // Clans and words of the Central Highlands, general knowledge.
  "adrơng alăng arul bhling bhnướch bkrông bloo byă ênuôl êñuôl êban hđơk hmok hwing jăn kđăm kdăm kđoh " +
  "kbrông klơng knul kpuih kră krông ktla ksơr liêng hot moan pơloong puih rahlan rcom rmah rơmah să " +
  "tơ ngôl yă zơ zơrâm blok bya krong djuan";

/** Every word by letters and tone, whatever the tone's place. */
const KNOWN = new Set(
  [SURNAME_BITS, MIDDLE_BITS, GIVEN_BITS]
    .flatMap(Object.keys)
    .concat(OTHER_WORDS.split(" "))
    .map((word) => toneFreeKey(readToken(word))),
);

/** Words that count as they stand though many are no syllables; also without marks. */
const ACCEPTED = new Set(
  [MINORITY_WORDS, OTHER_WORDS]
    .flatMap((words) => words.split(" "))
    .concat(Object.keys(SURNAME_BITS))
    .flatMap((word) => [word, stripMarks(word)]),
);

/** Markers before an apostrophe, sometimes apart from the name: H'Hen, K'Brơi, H' Nga. */
const MARKERS = new Set(["h", "k", "m", "r"]);
const ABBREVIATED = /^[bcdđghklmnpqrstvx]{1,3}$/;

/**
 * Can a name hold this word as it stands: Vietnamese syllables, a word of a minority's names, or the
 * head of a word before a dot ("Ng.V.An")?
 */
function readsAsName(word: string): boolean {
  const low = word.toLowerCase();
  const parts = low.split(/['.-]/).filter((part) => part !== "");
  const isFine = (part: string) =>
    isSyllable(part) ||
    ACCEPTED.has(part) ||
    (MARKERS.has(part) && word.includes("'")) ||
    (ABBREVIATED.test(part) && low.includes(`${part}.`));
  return parts.length > 0 && parts.every(isFine);
}

/** Names hold few different words; damaged ones are many, so a memory is emptied when it is full. */
const MOST_REMEMBERED = 30_000;

/** The same answers, remembered: they are asked for every word of every name. */
function remembering(ask: (word: string) => boolean): (word: string) => boolean {
  const remembered = new Map<string, boolean>();
  return (word) => {
    const before = remembered.get(word);
    if (before !== undefined) return before;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    const found = ask(word);
    remembered.set(word, found);
    return found;
  };
}

/** Can a name hold this word as it stands, in any case? */
export const isNameWord = remembering(readsAsName);

/** Is the word known from Vietnamese names with just these marks? Any case, any place of the tone. */
export const isKnownWord = remembering((word) => KNOWN.has(toneFreeKey(readToken(word))));
