import { formatDateTime } from "@/lib/i18n/format";
import { translatorFor } from "@/lib/i18n/translator";
import type { HandoverPaper } from "@/lib/server/handovers/queries";

interface SignaturesProps {
  handover: HandoverPaper;
  police: string;
  health: string;
}

interface BlockProps {
  office: string;
  name: string | null;
  /** when and how it was signed, or that it wasn't */
  at: string;
}

function Block({ office, name, at }: BlockProps) {
  const p = translatorFor("vi", "handovers.paper");
  return (
    <div className="flex flex-col items-center gap-1 text-center">
      <p className="font-semibold uppercase">{office}</p>
      <p className="text-sm italic">{p("signHint")}</p>
      <div className="my-2 flex h-20 w-48 items-center justify-center border border-dashed border-edge text-sm text-quiet print:border-black">
        {p("signature")}
      </div>
      <p className="font-semibold">{name}</p>
      <p className="text-sm">{at}</p>
    </div>
  );
}

/** The two offices that sign: who receives at the left, who hands over at the right. */
export function Signatures({ handover, police, health }: SignaturesProps) {
  const p = translatorFor("vi", "handovers.paper");
  const { receivedAt, receivedName, signedAt, signedName } = handover;
  const received = receivedAt
    ? p("receivedAt", { at: formatDateTime(receivedAt) })
    : p("notReceived");
  return (
    <div className="mt-8 grid gap-8 break-inside-avoid sm:grid-cols-2 print:grid-cols-2">
      <Block office={health} name={receivedName} at={received} />
      <Block
        office={police}
        name={signedName}
        at={p("signedAt", { at: formatDateTime(signedAt) })}
      />
    </div>
  );
}
