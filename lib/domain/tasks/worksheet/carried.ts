import type { Missing } from "./missing";

/** For how long a list may be carried along without the portal; then the browser forgets it. */
export const CARRY_HOURS = 72;

/**
 * One person on a list that is carried along. Of the record only what is needed to find and ask the
 * person; nothing of the registry. The phone is whole, since it is there to be dialled.
 */
export interface CarriedLine {
  taskId: string;
  version: number;
  fullName: string | null;
  birthYear: string | null;
  sex: string | null;
  hamlet: string | null;
  address: string | null;
  phone: string | null;
  missing: Missing[];
}

/** The list as it is answered; times are ISO texts. Without a list: no time, no lines. */
export interface CarriedList {
  officerId: string;
  validUntil: string | null;
  lines: CarriedLine[];
}
