import { TextLink } from "@/components/ui/text-link";
import { canDo } from "@/lib/domain/access/roles";
import { getTranslator } from "@/lib/i18n/server";
import { currentActor } from "@/lib/server/core/session";
import type { UnitDetail } from "@/lib/server/units/look-up";

/** The way to a commune's hamlets, for those in whose area it lies. */
export async function UnitHamlets({ unit }: { unit: UnitDetail }) {
  const actor = await currentActor();
  const inForce = unit.level === "commune" && unit.validTo === null;
  if (!actor || !inForce || !canDo(actor.role, "hamlet:manage")) return null;
  if (!unit.path.startsWith(actor.unitPath)) return null;
  const t = await getTranslator("hamlets");
  return (
    <p>
      <TextLink href={`/hamlets?unit=${unit.id}`}>{t("link")}</TextLink>
    </p>
  );
}
