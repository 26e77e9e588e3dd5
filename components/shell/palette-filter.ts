const MARKS = /\p{M}/gu;

/** Small bare letters, as people type when they are in a hurry: "Đối sánh" → "doi sanh". */
export function bareWords(text: string): string[] {
  const bare = text.toLowerCase().normalize("NFD").replace(MARKS, "").replaceAll("đ", "d");
  return bare.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/**
 * Whether every word typed begins a word of the name. Letters that an input method has not finished
 * ("tiê" on the way to "tiến") fit all the same.
 */
export function fits(typed: string, name: string): boolean {
  const words = bareWords(name);
  return bareWords(typed).every((part) => words.some((word) => word.startsWith(part)));
}
