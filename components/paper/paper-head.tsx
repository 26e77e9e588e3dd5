import type { PaperHeading } from "@/lib/domain/handovers/paper";

// Drawn as a border: browsers leave grounds out of what they print.
const RULE = "mx-auto mt-1 block border-t border-ink";

/** Issuing body at the left; the State's name, its motto, place and date at the right. */
export function PaperHead({ issuer, state }: PaperHeading) {
  return (
    <header className="grid gap-x-4 gap-y-4 text-center text-[13pt] leading-[1.4] sm:grid-cols-[3fr_4fr] print:grid-cols-[3fr_4fr]">
      <div>
        {issuer.superior ? <p>{issuer.superior}</p> : null}
        <p className="font-semibold">{issuer.body}</p>
        <span className={`${RULE} w-1/3`} />
        <p className="mt-2">{issuer.number}</p>
      </div>
      <div>
        <p className="text-[12.5pt] font-semibold">{state.name}</p>
        <p className="text-[14pt] font-semibold">{state.motto}</p>
        <span className={`${RULE} w-3/5`} />
        <p className="mt-2 italic">{state.placeAndDate}</p>
      </div>
    </header>
  );
}
