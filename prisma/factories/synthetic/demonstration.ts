import type { PopulationOptions } from "./population";

/**
 * The demonstration: communes of today in Tây Ninh and TP. Hồ Chí Minh that were made of whole
 * communes of 2022, of parts of split ones (Xã Tân Phú from Tân Phong, Mỏ Công, Trà Vong and Tân Phú;
 * Phường Sài Gòn from Đa Kao), and of one that no table resolves (Thị trấn Phước Hải).
 */
export const DEMONSTRATION = {
  people: 6000,
  records: 2000,
  seed: 2022,
  profile: "march-2022",
  communes: [
    "25459", // Phường Tân Ninh, Tây Ninh
    "25549", // Xã Tân Phú, Tây Ninh
    "25630", // Phường Long Hoa, Tây Ninh
    "26740", // Phường Sài Gòn, TP. Hồ Chí Minh
    "27553", // Xã Củ Chi, TP. Hồ Chí Minh
    "26686", // Xã Phước Hải, TP. Hồ Chí Minh
  ],
  further: [{ pastCode: "26692", communeCode: "26686" }],
} as const satisfies PopulationOptions;
