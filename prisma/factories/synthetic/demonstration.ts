import type { PopulationOptions } from "./population";

/**
 * The demonstration: three communes of today in Tây Ninh and three in TP. Hồ Chí Minh. Most were made
 * of whole communes of 2022; some records come from split ones (Xã Thái Bình, Xã Chà Là, Phường 04 of
 * Quận 3) and a few from one that no table resolves (Thị trấn Phước Hải).
 */
export const DEMONSTRATION = {
  people: 6000,
  records: 2000,
  seed: 2022,
  profile: "march-2022",
  communes: [
    "25459", // Phường Tân Ninh, Tây Ninh
    "25567", // Phường Ninh Thạnh, Tây Ninh
    "25630", // Phường Long Hoa, Tây Ninh
    "27154", // Phường Bàn Cờ, TP. Hồ Chí Minh
    "27553", // Xã Củ Chi, TP. Hồ Chí Minh
    "26686", // Xã Phước Hải, TP. Hồ Chí Minh
  ],
  further: [{ pastCode: "26692", communeCode: "26686" }],
} as const satisfies PopulationOptions;
