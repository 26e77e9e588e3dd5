import type { ExplainedClass } from "@/lib/domain/matching/class-samples";
import { getTranslator } from "@/lib/i18n/server";
import { ClassName } from "./class-name";
import { ClassSample } from "./class-sample";

/** One class: an example, what it is, what the system sees through by itself, and how to settle the rest. */
export async function ClassSection({ kind }: { kind: ExplainedClass }) {
  const t = await getTranslator("help");
  return (
    <section
      id={kind}
      aria-labelledby={`${kind}-title`}
      className="flex flex-col gap-2 border-t border-line py-4 target:border-l-4 target:border-l-action target:pl-4"
    >
      <h3 id={`${kind}-title`} className="text-base">
        <ClassName kind={kind} />
      </h3>
      <ClassSample kind={kind} />
      <p>{t(`class.${kind}.what`)}</p>
      <p>
        <strong>{t("seen")}: </strong>
        {t(`class.${kind}.seen`)}
      </p>
      <p>
        <strong>{t("how")}: </strong>
        {t(`class.${kind}.how`)}
      </p>
    </section>
  );
}
