import { expect, it } from "vitest";
import vi from "@/lib/i18n/vi/running.json";
import { explain, isDiskFull, Problem } from "./problem";

it("recognises a full disk however it is told", () => {
  expect(isDiskFull(Object.assign(new Error("write"), { code: "ENOSPC" }))).toBe(true);
  expect(isDiskFull(Object.assign(new Error("x"), { code: "53100" }))).toBe(true);
  expect(isDiskFull(new Error("PANIC: could not write to file: No space left on device"))).toBe(
    true,
  );
  const detail = "initdb: error: No space left on device";
  expect(isDiskFull(new Problem("embedded.notInitialised", { path: "/x" }, { detail }))).toBe(true);
  expect(isDiskFull(new Error("outside", { cause: new Error("ENOSPC: inside") }))).toBe(true);
  expect(isDiskFull(new Error("out of memory"))).toBe(false);
  expect(isDiskFull(undefined)).toBe(false);
});

it("says one sentence, and below it what a program said", () => {
  const problem = new Problem(
    "start.toolFailed",
    { name: "next build", status: "1" },
    { detail: "line 1\nline 2\n" },
  );
  expect(explain(problem)).toBe(
    "Lệnh next build không hoàn thành (mã 1). Nội dung lệnh đã báo:\nline 1\nline 2",
  );
});

it("says a full disk before anything else", () => {
  const problem = new Problem("start.toolFailed", { name: "x", status: "1" }, { detail: "ENOSPC" });
  expect(explain(problem)).toBe(vi.problem.start.diskFull);
});

it("keeps to the first line of what it doesn't know", () => {
  expect(explain(new Error("went wrong\n    at somewhere"))).toBe(
    "Không khởi động được: went wrong",
  );
});
