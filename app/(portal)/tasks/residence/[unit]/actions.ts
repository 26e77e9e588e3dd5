"use server";

import { revalidatePath } from "next/cache";
import { type Answer, answerOf } from "@/lib/i18n/refusal";
import { getTranslator } from "@/lib/i18n/server";
import { chooseByName, forgetResidence } from "@/lib/server/tasks/residence-rules";

type Told = Promise<Answer<unknown>>;

const text = (form: FormData, name: string) => String(form.get(name) ?? "");

export async function choose(_: unknown, form: FormData): Told {
  const t = await getTranslator("hamlets.split");
  const result = await chooseByName({
    oldUnitId: text(form, "oldUnitId"),
    name: text(form, "name"),
    unitId: text(form, "unitId"),
  });
  revalidatePath("/tasks/residence", "layout");
  const said = result.ok
    ? t("done", { count: result.data.records, unit: result.data.unit })
    : undefined;
  return answerOf(result, said);
}

export async function forget(_: unknown, form: FormData): Told {
  const t = await getTranslator("hamlets.split");
  const result = await forgetResidence({ ruleId: text(form, "ruleId") });
  revalidatePath("/tasks/residence", "layout");
  const said = result.ok
    ? t("forgotten", { name: result.data.name, count: result.data.records })
    : undefined;
  return answerOf(result, said);
}
