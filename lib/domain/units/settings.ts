import { z } from "zod";

/**
 * What an installation may set, with the value that holds until somebody sets another. A setting is
 * read whole and written whole.
 */
export const SETTINGS = {
  /** attempts to reach a person before "not enough information" may be proposed */
  attemptsNeeded: { schema: z.number().int().min(1).max(10), standard: 3 },
  /** returns after which the level above says how a task goes on */
  returnsToEscalate: { schema: z.number().int().min(2).max(10), standard: 3 },
  /** which minutes loads are counted in: the fixed ones by class, or what tasks were measured to take */
  effortSource: { schema: z.enum(["fixed", "measured"]), standard: "fixed" },
  /** minutes of a working day that an officer has for this work, unless their own are set */
  capacityMinutes: { schema: z.number().int().min(1).max(720), standard: 240 },
  /** working days without anything done, with open work, after which somebody is stuck */
  stuckDays: { schema: z.number().int().min(1).max(30), standard: 3 },
} as const;

export type SettingName = keyof typeof SETTINGS;
export type SettingValue<Name extends SettingName> = z.output<(typeof SETTINGS)[Name]["schema"]>;
