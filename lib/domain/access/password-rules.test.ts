import { expect, test } from "vitest";
import { passwordProblem } from "./password-rules";

test.each<[string, string, ReturnType<typeof passwordProblem>]>([
  ["ten characters", "abcdefghij", null],
  ["a sentence", "con mèo ngủ trên mái nhà", null],
  ["nine characters", "abcdefghi", "passwordShort"],
  ["nothing", "", "passwordShort"],
  ["one character over and over", "aaaaaaaaaaaa", "passwordPlain"],
  ["three characters, in both cases", "abcABCabcABC", "passwordPlain"],
  ["four characters", "abcdabcdabcd", null],
  ["letters that take two units are one character each", "𠀀𠀁𠀂𠀃𠀄", "passwordShort"],
])("%s", (_, password, problem) => {
  expect(passwordProblem(password)).toBe(problem);
});
