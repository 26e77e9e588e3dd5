import { TextLink } from "@/components/ui/text-link";
import { getTranslator } from "@/lib/i18n/server";

export interface ChartCell {
  text: string;
  href?: string;
}

export interface ChartTableProps {
  caption: string;
  /** headers, each another word; the first column names its row, the others are figures */
  columns: readonly string[];
  rows: readonly { key: string; cells: readonly ChartCell[] }[];
}

function Cell({ text, href }: ChartCell) {
  if (!href) return text;
  return (
    <TextLink href={href} prefetch={false}>
      {text}
    </TextLink>
  );
}

interface RowProps {
  columns: readonly string[];
  cells: readonly ChartCell[];
}

function Row({ columns: [_, ...columns], cells: [name, ...figures] }: RowProps) {
  return (
    <tr className="border-b border-line last:border-0">
      <th scope="row" className="py-1.5 pr-3 text-left font-normal">
        {name ? <Cell {...name} /> : null}
      </th>
      {columns.map((column, at) => (
        <td key={column} className="py-1.5 pl-3 text-right">
          {figures[at] ? <Cell {...figures[at]} /> : null}
        </td>
      ))}
    </tr>
  );
}

/** The same figures as the picture above it, under a button that needs no script; on paper always open. */
export async function ChartTable({ caption, columns, rows }: ChartTableProps) {
  const t = await getTranslator("charts");
  return (
    <details className="mt-3 text-sm print:[&::details-content]:[content-visibility:visible] print:[&::details-content]:block">
      <summary className="inline-flex min-h-8 items-center rounded-md text-action underline decoration-1 underline-offset-2 print:hidden">
        {t("table")}
      </summary>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
        tabIndex={0}
        aria-label={caption}
        className="relative mt-2 max-h-96 overflow-auto print:max-h-none print:overflow-visible"
      >
        <table className="w-full">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr className="border-b border-line text-quiet">
              {columns.map((column, at) => (
                <th
                  key={column}
                  scope="col"
                  className={at === 0 ? "py-1.5 pr-3 text-left" : "py-1.5 pl-3 text-right"}
                >
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.key} columns={columns} cells={row.cells} />
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
