import { z } from "zod";

const share = z.number("percentRange").min(0, "percentRange").max(1, "percentRange");
const score = z.number("shareRange").min(0, "shareRange").max(1, "shareRange");
const hour = z.number("hourRange").int("hourRange").min(0, "hourRange").max(23, "hourRange");

/** Which share of the corrections that pass another officer looks at; shares and scores are 0..1. */
const Sampling = z.object({
  /** scores below this are of the low band, below `middleBelow` of the middle one, the others high */
  lowBelow: score,
  middleBelow: score,
  low: share,
  middle: share,
  high: share,
  /** of officers with fewer than `newUntil` corrections that passed */
  newOfficer: share,
  newUntil: z.number("countRange").int("countRange").min(0, "countRange").max(200, "countRange"),
  /** of officers of whose checked corrections more than `errorsAbove` were sent back */
  oftenWrong: share,
  errorsAbove: share,
});

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
      from: hour,
      to: hour,
    }),
    standard: { from: 20, to: 7 },
  },
  /** open tasks of one cause from which on they are offered to be fixed at once */
  clusterLeast: { schema: z.number().int().min(2).max(1000), standard: 10 },
  approvalSampling: {
    schema: Sampling,
    standard: {
      lowBelow: 0.8,
      middleBelow: 0.92,
      low: 0.2,
      middle: 0.1,
      high: 0.05,
      newOfficer: 0.25,
      newUntil: 20,
      oftenWrong: 0.5,
      errorsAbove: 0.1,
    },
  },
  /** which minutes loads are counted in: the fixed ones by class, or what tasks were measured to take */
  effortSource: { schema: z.enum(["fixed", "measured"]), standard: "fixed" },
  /** minutes of a working day that an officer has for this work, unless their own are set */
  capacityMinutes: { schema: z.number().int().min(1).max(720), standard: 240 },
  /** working days without anything done, with open work, after which somebody is stuck */
  stuckDays: { schema: z.number().int().min(1).max(30), standard: 3 },
} as const;

export type SettingName = keyof typeof SETTINGS;
export type SettingValue<Name extends SettingName> = z.output<(typeof SETTINGS)[Name]["schema"]>;
