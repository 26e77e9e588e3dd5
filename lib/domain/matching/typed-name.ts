import { normaliseName } from "@/lib/domain/records/full-name";
import { repairName } from "./name-repair";
import type { TextRepair } from "./vocabulary";

const capital = (word: string) => word.charAt(0).toLocaleUpperCase("vi") + word.slice(1);

/** "NGUYỄN THỊ HÒA", "nguyễn thị hòa" → "Nguyễn Thị Hòa"; a name in mixed letters stays as it is. */
function inNameCase(text: string): string {
  const isMixed = text !== text.toLocaleUpperCase("vi") && text !== text.toLocaleLowerCase("vi");
  if (isMixed) return text;
  return text.toLocaleLowerCase("vi").split(" ").map(capital).join(" ");
}

/**
 * How a name that was typed in any form (keys of an input method that was off, an old font, capitals,
 * spaces) would usually be written; null where it is written so already.
 */
export function suggestName(text: string, repairs: readonly TextRepair[]): string | null {
  const tidy = normaliseName(text);
  if (tidy === "") return null;
  const written = inNameCase(repairName(tidy, repairs).text);
  return written === tidy ? null : written;
}
