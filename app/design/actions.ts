"use server";

import type { ActionResult } from "@/components/forms/result";
import samples from "./_components/samples.json";

/** Answers as a refusing action does, so that the form's way with it can be looked at. */
export async function refuse(): Promise<ActionResult> {
  const { refused, refusedName, refusedNumber } = samples.fields;
  return {
    ok: false,
    code: "INVALID",
    message: refused,
    fields: { fullName: refusedName, idNumber: refusedNumber },
  };
}

/** Stands in for what the shell is given elsewhere. */
export async function ignore(): Promise<void> {}

/** A search that knows no record. */
export async function findNothing(): Promise<null> {
  return null;
}
