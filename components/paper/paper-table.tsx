import { classNames } from "@/components/ui/class-names";
import { LINES_KEPT_TOGETHER, type PaperTable as Written } from "@/lib/domain/handovers/paper";
import { PAPER_FACE } from "./paper-face";

const CELL = "border border-edge px-1 py-0.5 align-top print:border-ink";

/** Broken in two, these would be read wrong. */
const WHOLE = ["code", "birthDate", "idNumber"];

/** A table of an official paper, one line each; the head comes back on every page. */
export function PaperTable({ title, columns, rows, tableLetter }: Written & { title: string }) {
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <section
      aria-label={title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard
      tabIndex={0}
      className="overflow-x-auto print:overflow-visible"
    >
      <table
        className={classNames(
          PAPER_FACE,
          "w-full border-collapse leading-[1.35] print:min-w-0",
          columns.length > 3 && "min-w-[40rem]",
          rows.length <= LINES_KEPT_TOGETHER && "break-inside-avoid",
        )}
        style={{ fontSize: `${tableLetter}pt` }}
      >
        <colgroup>
          {columns.map(({ key, width }) => (
            <col key={key} style={{ width: `${(100 * width) / whole}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ key, title: head }) => (
              <th
                key={key}
                scope="col"
                className={`${CELL} text-center align-middle font-semibold`}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr key={cells.join("\n")}>
              {columns.map(({ key, align }, at) => (
                <td
                  key={key}
                  className={classNames(
                    CELL,
                    align === "center" && "text-center",
                    align === "end" && "text-end",
                    (align === "end" || WHOLE.includes(key)) && "whitespace-nowrap",
                  )}
                >
                  {cells[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
