import { ShareBar } from "@/components/charts/share-bar";
import {
  CELL,
  COLUMN_HEADER,
  ROW,
  ROW_GROUP,
  ROW_HEADER,
  TABLE,
} from "@/components/ui/table-roles";
import { TextLink } from "@/components/ui/text-link";

export interface SideCell {
  text: string;
  /** what the figure is in, where it is no count */
  unit?: string;
  /** the list behind the figure */
  href?: string;
  /** the share beside the count, written, and as 0 to 1 */
  rate?: { text: string; share: number };
}

export interface SideRow {
  key: string;
  label: string;
  /** what the share is of */
  note?: string;
  /** one for each column */
  cells: readonly SideCell[];
}

export interface SideColumn {
  /** its name in code: two columns may read the same, as communes of one name do */
  key: string;
  text: string;
  href?: string;
}

interface SideTableProps {
  /** What the table compares; read aloud, not shown. */
  caption: string;
  /** What the rows are. */
  head: string;
  columns: readonly SideColumn[];
  rows: readonly SideRow[];
}

/** On a phone what is compared stands in a line of its own, its figures side by side below it. */
const LINE = "border-b border-line max-md:grid max-md:gap-x-3";
const NAME = "py-2 pr-3 text-left align-top font-normal md:w-2/5 max-md:col-span-full max-md:pb-0";
const FIGURE = "py-2 text-right align-top md:pl-4";

const NOTHING: SideCell = { text: "" };

function Figure({ text, unit, href, rate }: SideCell) {
  return (
    <td {...CELL} className={FIGURE}>
      {href ? (
        <TextLink href={href} prefetch={false} className="font-semibold">
          {text}
        </TextLink>
      ) : (
        text
      )}
      {unit ? (
        <>
          {" "}
          <span className="text-sm whitespace-nowrap text-quiet max-md:block">{unit}</span>
        </>
      ) : null}
      {rate ? (
        <span className={text ? "block text-sm text-quiet" : "block"}>
          {rate.text}
          <ShareBar share={rate.share} />
        </span>
      ) : null}
    </td>
  );
}

/** The same figures in columns beside each other. */
export function SideTable({ caption, head, columns, rows }: SideTableProps) {
  // Means something where a row is laid out as a grid.
  const style = { gridTemplateColumns: `repeat(${columns.length}, minmax(0, 1fr))` };
  return (
    <table {...TABLE} className="w-full tabular-nums max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead {...ROW_GROUP} className="max-md:block">
        <tr {...ROW} style={style} className={`${LINE} text-sm text-quiet`}>
          <th {...COLUMN_HEADER} className="py-2 pr-3 text-left font-normal max-md:sr-only">
            {head}
          </th>
          {columns.map(({ key, text, href }) => (
            <th
              key={key}
              {...COLUMN_HEADER}
              className="py-2 text-right align-bottom font-semibold md:pl-4"
            >
              {href ? (
                <TextLink href={href} prefetch={false}>
                  {text}
                </TextLink>
              ) : (
                text
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...ROW_GROUP} className="max-md:block">
        {rows.map(({ key: row, label, note, cells }) => (
          <tr key={row} {...ROW} style={style} className={`${LINE} last:border-0`}>
            <th {...ROW_HEADER} className={NAME}>
              {label}
              {note ? <span className="block text-sm text-quiet">{note}</span> : null}
            </th>
            {columns.map(({ key }, at) => (
              <Figure key={key} {...(cells[at] ?? NOTHING)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
