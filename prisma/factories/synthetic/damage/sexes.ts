import { type DamageContext, kindsOf } from "./kind";

export const SEX_DAMAGE = kindsOf("sex", {
  sex_wrong: [3.5, (_, { resident }) => (resident.sex === "Nam" ? "Nữ" : "Nam")],
  sex_missing: [0.8, () => ""],
  sex_written: [0.8, write],
});

/** The same sex in other words or as the code of the health-insurance standard. */
function write(_: string, { resident, rng }: DamageContext): string {
  return rng.pick(resident.sex === "Nam" ? ["NAM", "nam", "1", "M"] : ["NỮ", "nữ", "2", "Nu", "F"]);
}
