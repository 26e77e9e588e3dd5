import type { Rng } from "./rng";

/** Given names one letter or one mark apart, as brothers, sisters and twins have them. */
const NEAR_PAIRS =
  "Hùng Hưng,Hòa Hoa,Tuấn Tuân,Lan Loan,Thanh Thành,Phúc Phước,Linh Lĩnh,Dung Dũng,Tâm Tấm,Hân Hận,Minh Mình,Hải Hai,Tân Tấn,Long Lòng,Thảo Thạo,Thu Thư,Thúy Thùy,Vy Vi,Nhi Nhị,Trang Trạng,Trân Trâm,Ngân Nga,Hiền Hiển,Hiếu Hiểu,Quân Quấn,Đạt Đạo,Khánh Khanh,Phương Phượng,Quyên Quyền,My Mỹ,Nam Năm,Duy Duyên,Tiến Tiên,Kiên Kiện,An Ân,Huy Huỳnh,Hạnh Hanh,Phong Phòng,Thịnh Thinh,Thắng Thăng,Cường Cương,Trung Trưng,Hằng Hăng,Hương Hường,Yến Yên,Sơn Sang"
    .split(",")
    .map((pair) => pair.split(" ") as [string, string]);

const NEAR = new Map(
  NEAR_PAIRS.flatMap(([one, other]) => [
    [one, other],
    [other, one],
  ]),
);

/** The same name with a given name or a middle name next to it; null when none is known. */
export function nearName(fullName: string, rng: Rng): string | null {
  const words = fullName.split(" ");
  const places = words.map((_, at) => at).filter((at) => at > 0 && NEAR.has(words[at] ?? ""));
  if (places.length === 0) return null;
  const at = places.includes(words.length - 1) ? words.length - 1 : rng.pick(places);
  return words.map((word, index) => (index === at ? (NEAR.get(word) ?? word) : word)).join(" ");
}
