const DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"] as const;

function units(tens: number, digit: number): string {
  if (digit === 1 && tens > 1) return "mốt";
  if (digit === 4 && tens > 1) return "tư";
  if (digit === 5 && tens > 0) return "lăm";
  return DIGITS[digit] ?? "";
}

function belowHundred(number: number): string {
  const tens = Math.floor(number / 10);
  const digit = number % 10;
  const head = tens === 0 ? "" : tens === 1 ? "mười" : `${DIGITS[tens]} mươi`;
  return [head, digit === 0 ? "" : units(tens, digit)].filter(Boolean).join(" ");
}

/** Three figures; `full` says the hundreds even where there are none ("không trăm linh năm"). */
function belowThousand(number: number, full: boolean): string {
  const hundreds = Math.floor(number / 100);
  const rest = number % 100;
  if (hundreds === 0 && !full) return belowHundred(rest);
  const head = `${DIGITS[hundreds]} trăm`;
  if (rest === 0) return head;
  return `${head} ${rest < 10 ? `linh ${DIGITS[rest]}` : belowHundred(rest)}`;
}

/** A count in Vietnamese words, as official papers repeat it: 0 to 999.999. */
export function inVietnameseWords(number: number): string {
  if (number === 0) return DIGITS[0];
  const thousands = Math.floor(number / 1000);
  const rest = number % 1000;
  const head = thousands === 0 ? "" : `${belowThousand(thousands, false)} nghìn`;
  const tail = rest === 0 ? "" : belowThousand(rest, thousands > 0);
  return [head, tail].filter(Boolean).join(" ");
}
