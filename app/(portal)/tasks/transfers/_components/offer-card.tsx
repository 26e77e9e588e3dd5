import { StepForm } from "@/app/(portal)/tasks/_components/step-form";
import { accept, refuse } from "@/app/(portal)/tasks/moves/actions";
import { TextareaField } from "@/components/forms/textarea-field";
import { DescriptionList } from "@/components/ui/description-list";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import type { Offer } from "@/lib/server/tasks/transfer-queries";

async function personOf({ fullName, code, birthYear }: Offer): Promise<string> {
  const t = await getTranslator("moves.transfers");
  const name = fullName ?? code;
  return birthYear ? t("person", { name, year: birthYear }) : t("noYear", { name });
}

/** Takes over, or does not and says why. */
async function Answers({ offer }: { offer: Offer }) {
  const t = await getTranslator("moves.transfers");
  const hidden = { transferId: offer.id, code: offer.code };
  return (
    <div className="flex flex-col gap-4">
      <StepForm action={accept} hidden={hidden} send={t("accept")} />
      <details className="rounded-md border border-line">
        <summary className="min-h-11 cursor-pointer px-4 py-2.5 font-semibold">
          {t("refuse")}
        </summary>
        <div className="p-4 pt-1">
          <StepForm action={refuse} hidden={hidden} send={t("refuse")} variant="secondary">
            <TextareaField
              name="comment"
              scope={offer.id}
              label={t("reason")}
              rows={2}
              maxLength={1000}
            />
          </StepForm>
        </div>
      </details>
    </div>
  );
}

/** What another unit asks to be taken over, and the answer. */
export async function OfferCard({ offer }: { offer: Offer }) {
  const t = await getTranslator("moves.transfers");
  const forces = await getTranslator("tasks.force");
  const { askedByName: name, askedAt, fromName, offeredName, address, reason } = offer;
  return (
    <li className="grid gap-4 py-4 lg:grid-cols-2">
      <div className="flex flex-col gap-2">
        <h3 className="font-semibold">{await personOf(offer)}</h3>
        <DescriptionList
          items={[
            { term: t("address"), value: address ?? "–" },
            { term: t("from", { unit: fromName }), value: t("to", { unit: offeredName }) },
          ]}
        />
        <q className="break-words">{reason}</q>
        <p className="text-sm text-quiet">
          {t("askedBy", { name, at: formatDateTime(askedAt) })} · {offer.code}
        </p>
        <p className="text-sm text-quiet">{t("next", { force: forces(offer.firstForce) })}</p>
      </div>
      <Answers offer={offer} />
    </li>
  );
}
