import { formatDateTime } from "@/lib/i18n/format";
import { translatorFor } from "@/lib/i18n/translator";
import type { PrintedLine, Worksheet } from "@/lib/server/tasks/worksheet-queries";

const CELL = "border border-edge px-1 py-1 align-top print:border-black";
/** Room to write by hand. */
const BLANK = `${CELL} h-12`;

const COLUMNS = [
  { key: "no", width: "w-[4%]" },
  { key: "code", width: "w-[10%]" },
  { key: "fullName", width: "w-[12%]" },
  { key: "birthYear", width: "w-[5%]" },
  { key: "sex", width: "w-[5%]" },
  { key: "address", width: "w-[14%]" },
  { key: "phone", width: "w-[10%]" },
  { key: "missing", width: "w-[10%]" },
  { key: "result", width: "w-[8%]" },
  { key: "found", width: "w-[12%]" },
  { key: "day", width: "w-[5%]" },
  { key: "close", width: "w-[5%]" },
] as const;

const paper = () => translatorFor("vi", "contact.paper");

function Line({ line }: { line: PrintedLine }) {
  const p = paper();
  const words = translatorFor("vi", "contact.missing");
  const sexes = translatorFor("vi", "common.sex");
  const { sex } = line;
  return (
    <tr>
      <td className={`${CELL} text-center`}>{line.lineNo}</td>
      <td className={`${CELL} font-mono font-semibold whitespace-nowrap`}>{line.code}</td>
      <td className={CELL}>{line.fullName ?? p("none")}</td>
      <td className={`${CELL} text-center`}>{line.birthYear ?? p("none")}</td>
      <td className={`${CELL} text-center`}>
        {sex === "male" || sex === "female" ? sexes(sex) : p("none")}
      </td>
      <td className={CELL}>{line.address ?? p("none")}</td>
      <td className={`${CELL} whitespace-nowrap`}>{line.phone ?? p("none")}</td>
      <td className={CELL}>{line.missing.map((one) => words(one)).join("; ")}</td>
      <td className={BLANK} />
      <td className={BLANK} />
      <td className={BLANK} />
      <td className={BLANK} />
    </tr>
  );
}

function Lines({ lines }: { lines: readonly PrintedLine[] }) {
  const p = paper();
  return (
    <section
      aria-label={p("title")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard
      tabIndex={0}
      className="overflow-x-auto print:overflow-visible"
    >
      <table className="w-full min-w-[68rem] table-fixed border-collapse font-[Times_New_Roman,Liberation_Serif,serif] text-sm print:min-w-0 print:text-[10pt]">
        <thead>
          <tr>
            {COLUMNS.map(({ key, width }) => (
              <th key={key} scope="col" className={`${CELL} ${width} text-center`}>
                {p(`column.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.code} line={line} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Head({ sheet }: { sheet: Worksheet }) {
  const p = paper();
  const w = translatorFor("vi", "contact.worksheet");
  const hamlet =
    sheet.hamlet ?? w(sheet.kind === "own" || sheet.kind === "listed" ? sheet.kind : "noHamlet");
  const at = formatDateTime(sheet.createdAt);
  return (
    <>
      <header className="grid gap-4 text-center text-sm sm:grid-cols-2 print:grid-cols-2">
        <div>
          {sheet.parentName ? <p className="uppercase">{sheet.parentName}</p> : null}
          <p className="font-semibold uppercase">{sheet.unitName}</p>
          <p>{p("office")}</p>
        </div>
        <div>
          <p className="font-semibold">{p("state")}</p>
          <p className="font-semibold">{p("motto")}</p>
        </div>
      </header>
      <h2 className="mt-4 text-center text-lg uppercase">{p("title")}</h2>
      <p className="max-w-none text-center font-semibold">
        {p("place", { hamlet, unit: sheet.unitName })}
      </p>
      <p className="max-w-none text-center text-sm italic">
        {p("date", { at, count: sheet.lines.length, name: sheet.name ?? p("none") })}
      </p>
      <p className="my-3 max-w-none text-sm">
        {p("words")} {p("privacy")}
      </p>
    </>
  );
}

/** The list as it is carried along: Vietnamese, whatever language the viewer reads. */
export function SheetPaper({ sheet }: { sheet: Worksheet }) {
  const p = paper();
  return (
    <article
      lang="vi"
      className="rounded-md border border-line bg-surface p-4 font-[Times_New_Roman,Liberation_Serif,serif] md:p-8 print:border-0 print:p-0 print:[page:wide]"
    >
      <Head sheet={sheet} />
      <Lines lines={sheet.lines} />
      <div className="mt-6 grid grid-cols-2 gap-4 text-center text-sm break-inside-avoid">
        {(["surveyor", "received"] as const).map((one) => (
          <div key={one} className="h-28">
            <p className="font-semibold">{p(one)}</p>
            <p className="italic">{p("sign")}</p>
          </div>
        ))}
      </div>
    </article>
  );
}
