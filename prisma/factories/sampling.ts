import { SETTINGS, type SettingValue } from "@/lib/domain/units/settings";
import type { Owner } from "./communes";

/** Sets the shares of the sample; what is not given is as it is by standard. */
export async function setShares(
  owner: Owner,
  rules: Partial<SettingValue<"approvalSampling">>,
): Promise<void> {
  const value = { ...SETTINGS.approvalSampling.standard, ...rules };
  await owner.query(
    `insert into setting (name, value) values ('approvalSampling', $1)
     on conflict (name) do update set value = excluded.value`,
    [JSON.stringify(value)],
  );
}

/** Nothing that passes is looked at, or everything. */
export const NONE = { low: 0, middle: 0, high: 0, newOfficer: 0, oftenWrong: 0 };
export const EVERYTHING = { low: 1, middle: 1, high: 1 };
