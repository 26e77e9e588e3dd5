import type { HandoverLine } from "@/lib/domain/handovers/line";
import { translatorFor } from "@/lib/i18n/translator";
import { PAPER_FACE } from "./paper-face";

const CELL = "border border-edge px-2 py-1 align-top print:border-black";

/** The people on the list, one line each, as they were signed. */
export function PaperLines({ lines }: { lines: readonly HandoverLine[] }) {
  const p = translatorFor("vi", "handovers.paper");
  const sexes = translatorFor("vi", "common.sex");
  const columns = ["no", "code", "name", "birthDate", "sex", "idNumber"] as const;
  const sexOf = (sex: string | null) =>
    sex === "male" || sex === "female" ? sexes(sex) : p("none");
  return (
    <section
      aria-label={p("title")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard
      tabIndex={0}
      className="overflow-x-auto print:overflow-visible"
    >
      <table className={`${PAPER_FACE} w-full border-collapse text-sm print:text-[11pt]`}>
        <thead>
          <tr>
            {columns.map((one) => (
              <th key={one} scope="col" className={`${CELL} text-center`}>
                {p(`column.${one}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.lineNo}>
              <td className={`${CELL} text-center`}>{line.lineNo}</td>
              <td className={`${CELL} whitespace-nowrap`}>{line.recordCode}</td>
              <td className={CELL}>{line.fullName ?? p("none")}</td>
              <td className={`${CELL} text-center whitespace-nowrap`}>
                {line.birthDate ?? p("none")}
              </td>
              <td className={`${CELL} text-center`}>{sexOf(line.sex)}</td>
              <td className={`${CELL} whitespace-nowrap`}>{line.idNumber ?? p("none")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
