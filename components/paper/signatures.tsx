import type { PaperSignature } from "@/lib/domain/handovers/paper";

/** One office that signs, with an empty frame where a digital signature goes. */
export function SignatureBlock({ authority, office, hint, frame, name, at }: PaperSignature) {
  return (
    <div className="flex flex-col items-center gap-1 text-center">
      {authority ? <p className="font-semibold">{authority}</p> : null}
      <p className="font-semibold">{office}</p>
      <p className="text-[13pt] italic">{hint}</p>
      <div className="my-2 flex min-h-20 w-56 flex-col items-center justify-center border border-dashed border-edge p-1 text-[10pt] text-quiet italic print:border-ink">
        {frame.map((line) => (
          <p key={line} className="break-words">
            {line}
          </p>
        ))}
      </div>
      <p className="font-semibold">{name}</p>
      <p className="text-[12pt]">{at}</p>
    </div>
  );
}

/** The two offices that sign. */
export function Signatures({ signatures }: { signatures: readonly PaperSignature[] }) {
  return (
    <div className="mt-8 grid gap-8 break-inside-avoid sm:grid-cols-2 print:grid-cols-2">
      {signatures.map((signature) => (
        <SignatureBlock key={signature.office} {...signature} />
      ))}
    </div>
  );
}
