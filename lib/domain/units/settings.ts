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
  /** hours in Viet Nam (0 to 23) between which nobody is reminded of anything */
  quietHours: {
    schema: z.object({
      from: z.number().int().min(0).max(23),
      to: z.number().int().min(0).max(23),
    }),
    standard: { from: 20, to: 7 },
  },
  /** open tasks of one cause from which on they are offered to be fixed at once */
  clusterLeast: { schema: z.number().int().min(2).max(1000), standard: 10 },
} as const;

export type SettingName = keyof typeof SETTINGS;
export type SettingValue<Name extends SettingName> = z.output<(typeof SETTINGS)[Name]["schema"]>;
