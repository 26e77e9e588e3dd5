import { paperDate, paperPlace } from "@/lib/domain/handovers/paper";
import { formatDate } from "@/lib/i18n/format";
import { translatorFor } from "@/lib/i18n/translator";
import type { HandoverPaper } from "@/lib/server/handovers/queries";

/** yyyy-MM-dd of a moment, the day it was in Viet Nam. */
function dayOf(moment: Date): string {
  return formatDate(moment).split("/").reverse().join("-");
}

const RULE = "mx-auto mt-1 block h-px bg-ink print:bg-black";

/** Issuing body at the left; the State's name, its motto, place and date at the right. */
export function PaperHead({ handover, police }: { handover: HandoverPaper; police: string }) {
  const p = translatorFor("vi", "handovers.paper");
  const place = paperPlace(handover.unitName);
  return (
    <header className="grid gap-x-6 gap-y-4 text-center text-sm sm:grid-cols-[2fr_3fr] print:grid-cols-[2fr_3fr]">
      <div>
        {handover.parentName ? (
          <p className="uppercase">{p("superior", { province: handover.parentName })}</p>
        ) : null}
        <p className="font-semibold uppercase">{police}</p>
        <span className={`${RULE} w-1/3`} />
        <p className="mt-3">{p("number", { no: handover.no })}</p>
      </div>
      <div>
        <p className="font-semibold uppercase">{p("state")}</p>
        <p className="font-semibold">{p("motto")}</p>
        <span className={`${RULE} w-3/5`} />
        <p className="mt-3 italic">
          {p("placeAndDate", { place, ...paperDate(dayOf(handover.signedAt)) })}
        </p>
      </div>
    </header>
  );
}
