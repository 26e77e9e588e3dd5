import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import type { Outlook } from "@/lib/server/progress/outlook";
import { TargetForm, WithdrawTargetForm } from "./target-form";

/** Sets by when the unit is to be done; closed until somebody asks for it. */
export async function TargetBox({ outlook }: { outlook: Outlook }) {
  const t = await getTranslator("progress.target");
  const { target, unit } = outlook;
  const own = target?.unitPath === unit.path ? target : null;
  return (
    <details className="rounded-md border border-line px-4 py-2 print:hidden">
      <summary className="cursor-pointer py-1 text-action">{own ? t("change") : t("set")}</summary>
      <ClientMessages namespaces={["common", "progress"]}>
        <div className="reading flex flex-col gap-4 py-3">
          <TargetForm unitId={unit.id} deadline={own?.deadline} percent={own?.percent ?? 100} />
          {own ? <WithdrawTargetForm unitId={unit.id} /> : null}
        </div>
      </ClientMessages>
    </details>
  );
}
