import type { PaperRecipients } from "@/lib/domain/handovers/paper";

/** Who receives an official paper. */
export function Recipients({ title, lines }: PaperRecipients) {
  return (
    <div className="break-inside-avoid">
      <p className="text-[12pt] font-semibold italic">{title}</p>
      {lines.map((line) => (
        <p key={line} className="text-[11pt]">
          {line}
        </p>
      ))}
    </div>
  );
}
