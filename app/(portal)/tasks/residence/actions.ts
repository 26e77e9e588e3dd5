"use server";

import { revalidatePath } from "next/cache";
import { type Answer, answerOf } from "@/lib/i18n/refusal";
import { getTranslator } from "@/lib/i18n/server";
import { chooseResidence } from "@/lib/server/tasks/residence";

const orNull = (value: FormDataEntryValue | null) => (value ? String(value) : null);

export async function choose(
  _: Answer<unknown> | null,
  form: FormData,
): Promise<Answer<unknown> | null> {
  const t = await getTranslator("tasks.residenceChoice");
  const result = await chooseResidence({
    commune: orNull(form.get("commune")),
    district: orNull(form.get("district")),
    province: orNull(form.get("province")),
    status: form.get("status"),
    splitUnitId: orNull(form.get("splitUnitId")),
    unitId: form.get("unitId"),
  });
  revalidatePath("/tasks/residence");
  const said = result.ok
    ? t("done", { count: result.data.records, unit: result.data.unit })
    : undefined;
  return answerOf(result, said);
}
