"use server";

import { revalidatePath } from "next/cache";
import { type Answer, answerOf } from "@/lib/i18n/refusal";
import { getTranslator } from "@/lib/i18n/server";
import { addHamlets, closeHamlet, renameHamlet } from "@/lib/server/tasks/hamlet-commands";
import { decideHamlet, forgetHamletRule } from "@/lib/server/tasks/hamlet-rules";

type Told = Promise<Answer<unknown>>;

const text = (form: FormData, name: string) => String(form.get(name) ?? "");
/** "none" is an answer of its own, no answer stays invalid. */
const orNone = (value: string) => (value === "none" ? null : value);

export async function add(_: unknown, form: FormData): Told {
  const t = await getTranslator("hamlets.add");
  const result = await addHamlets({ unitId: text(form, "unitId"), names: text(form, "names") });
  revalidatePath("/hamlets");
  return answerOf(result, result.ok ? t("done", result.data) : undefined);
}

export async function rename(_: unknown, form: FormData): Told {
  const t = await getTranslator("hamlets.rename");
  const result = await renameHamlet({ hamletId: text(form, "hamletId"), name: text(form, "name") });
  revalidatePath("/hamlets");
  return answerOf(result, result.ok ? t("done", { name: result.data.name }) : undefined);
}

export async function close(_: unknown, form: FormData): Told {
  const t = await getTranslator("hamlets.close");
  const into = orNone(text(form, "into"));
  const result = await closeHamlet({ hamletId: text(form, "hamletId"), into });
  revalidatePath("/hamlets");
  return answerOf(result, result.ok ? t("done", result.data) : undefined);
}

/** Which hamlet a name in addresses means. */
export async function decide(_: unknown, form: FormData): Told {
  const t = await getTranslator("hamlets.unplaced");
  const name = text(form, "name");
  const result = await decideHamlet({
    unitId: text(form, "unitId"),
    fromUnitId: text(form, "fromUnitId"),
    name,
    hamletId: orNone(text(form, "hamletId")),
  });
  revalidatePath("/hamlets");
  return answerOf(result, result.ok ? t("done", { name, ...result.data }) : undefined);
}

export async function forget(_: unknown, form: FormData): Told {
  const t = await getTranslator("hamlets.rules");
  const result = await forgetHamletRule({ ruleId: text(form, "ruleId") });
  revalidatePath("/hamlets");
  const said = result.ok
    ? t("forgotten", { name: result.data.name, count: result.data.taken })
    : undefined;
  return answerOf(result, said);
}
