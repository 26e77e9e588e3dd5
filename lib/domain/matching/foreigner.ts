import { foldName, stripMarks } from "@/lib/domain/records/full-name";
import { cleanNumber } from "./compare-id-number";
import { isVietnameseWord } from "./syllables";

const PASSPORT = /^[A-NP-Z]\d{7,8}$/;
const COMMON_SURNAMES = new Set(
  (
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh truong trinh doan " +
    "luong dao mai cao ha luu phung trieu"
  ).split(" "),
);

/**
 * Somebody with a passport whose name is no Vietnamese one: foreigners are not compared. A Vietnamese
 * passport looks alike, so its holder is a record without a usable number and not a foreigner.
 */
export function isForeigner(fullName: string | null, idNumber: string | null): boolean {
  if (idNumber === null || !/[A-Z]/i.test(idNumber)) return false;
  const number = cleanNumber(idNumber);
  if (number === null || !PASSPORT.test(number)) return false;
  const words = (fullName ?? "").split(" ").filter((word) => word !== "");
  if (words.length < 2 || !words.every(isVietnameseWord)) return true;
  const carriesMarks = words.some((word) => stripMarks(word) !== word);
  return !carriesMarks && !COMMON_SURNAMES.has(foldName(words[0] ?? ""));
}
