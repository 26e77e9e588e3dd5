import { translatorFor } from "@/lib/i18n/translator";
import type { HandoverPaper } from "@/lib/server/handovers/queries";
import { PAPER_FACE } from "./paper-face";
import { PaperHead } from "./paper-head";
import { PaperLines } from "./paper-lines";
import { Signatures } from "./signatures";

/**
 * The list as an official paper, in the layout of Decree 30/2020/NĐ-CP. It is Vietnamese whatever
 * language the viewer reads: it is what the two offices sign.
 */
export function Paper({ handover }: { handover: HandoverPaper }) {
  const t = translatorFor("vi", "handovers");
  const p = translatorFor("vi", "handovers.paper");
  const commune = lower(handover.unitName);
  const police = p("police", { commune });
  const health = p("health", { commune });
  return (
    <article
      lang="vi"
      aria-label={t("detail.paper")}
      className={`${PAPER_FACE} max-w-[210mm] rounded-md border border-line bg-surface p-5 md:px-14 md:py-12 print:max-w-none print:border-0 print:p-0`}
    >
      <PaperHead handover={handover} police={police} />
      <h2 className="mt-8 text-center text-lg">
        <span className="block uppercase">{p("kind")}</span>
        <span className="block uppercase">{p("title")}</span>
      </h2>
      <p className="mt-4 mb-4 max-w-none indent-8 text-justify">
        {p("intro", { police, health, people: handover.lineCount })}
      </p>
      <PaperLines lines={handover.lines} />
      <p className="mt-3 max-w-none indent-8">{p("end", { people: handover.lineCount })}</p>
      <Signatures handover={handover} police={police} health={health} />
      <footer className="mt-8 text-sm">
        <p className="font-semibold italic">{p("recipients")}</p>
        <p>{p("recipientHealth", { health })}</p>
        <p>{p("recipientFile")}</p>
        <p className="mt-3 max-w-none break-all">
          {p("hash")} <code>{handover.contentHash}</code>
        </p>
      </footer>
    </article>
  );
}

/** "Phường Tân Ninh" inside a sentence is "phường Tân Ninh". */
function lower(unitName: string): string {
  return unitName.charAt(0).toLocaleLowerCase("vi") + unitName.slice(1);
}
