import "server-only";
import { applyCorrections, type CellCorrections } from "@/lib/domain/imports/corrections";
import type { Header } from "@/lib/domain/imports/header";
import { found } from "@/lib/server/core/error";
import { query } from "@/lib/server/core/query";

export interface PublicationLine {
  id: string;
  fileName: string;
  batchId: string;
  records: number;
  state: "prepared" | "loaded";
  createdAt: Date;
  loadedAt: Date | null;
  version: number;
}

export interface ReadyBatch {
  batchId: string;
  fileName: string;
  records: number;
}

const READY = `
  select b.id as "batchId", b.file_name as "fileName", count(distinct r.id)::int as records
  from correction c join record r on r.id = c.record_id join import_batch b on b.id = r.batch_id
  where c.published_at is null and c.publication_id is null
    and not exists (select 1 from task t where t.record_id = r.id and t.state not in ('publishing', 'closed'))
    and (r.duplicate_of_id is null or r.outcome in ('matched', 'repaired', 'not_applicable'))
  group by b.id, b.file_name order by b.file_name`;

/** Files for the source, the newest first, and the batches that have corrected records waiting. */
export const listPublications = query("publication:read", async ({ sql }) => ({
  publications: await sql<PublicationLine>(
    `select p.id, b.file_name as "fileName", p.batch_id as "batchId", p.record_count as records, p.state,
       p.created_at as "createdAt", p.loaded_at as "loadedAt", p.version
     from publication p join import_batch b on b.id = p.batch_id order by p.created_at desc limit 100`,
  ),
  ready: await sql<ReadyBatch>(READY),
}));

export interface PublicationFile {
  fileName: string;
  kind: "xlsx" | "csv";
  header: Header;
}

/** What the file is called and how its columns stand: as they came in. */
export const getPublicationFile = query<string, PublicationFile>(
  "publication:read",
  async ({ sql }, id) =>
    found(
      (
        await sql<PublicationFile>(
          `select b.file_name as "fileName", b.file_kind as kind, b.header
           from publication p join import_batch b on b.id = p.batch_id where p.id = $1`,
          [id],
        )
      )[0],
    ),
);

const PAGE = 1000;

// The values that the publication was prepared with, even where a record has been corrected since;
// with those of the batch's earlier files, whose fields would otherwise go back to what was received.
const ROWS = `
  select i.row_no as "rowNo", i.cells,
    (select jsonb_object_agg(c.field, c.to_value) from (
       select distinct on (f.field) f.field, f.to_value
       from correction f join publication q on q.id = f.publication_id
       where f.record_id = i.record_id and q.batch_id = p.batch_id and q.id <= p.id
       order by f.field, f.at desc, f.id desc) c) as corrections
  from publication p join publication_line l on l.publication_id = p.id
  join import_row i on i.batch_id = p.batch_id and i.record_id = l.record_id
  where p.id = $1 and i.row_no > $2 order by i.row_no limit ${PAGE}`;

interface FileRow {
  rowNo: number;
  cells: string[];
  corrections: CellCorrections | null;
}

export interface PublicationRows {
  rows: string[][];
  /** to ask for the rows after these; null at the end */
  next: number | null;
}

/** A thousand rows of the file, in their old order, with the corrected values in their columns. */
export const readPublicationRows = query<
  { id: string; header: Header; after: number },
  PublicationRows
>("publication:read", async ({ sql }, { id, header, after }) => {
  const rows = await sql<FileRow>(ROWS, [id, after]);
  return {
    rows: rows.map((row) => applyCorrections(header, row.cells, row.corrections ?? {})),
    next: rows.length === PAGE ? (rows.at(-1)?.rowNo ?? null) : null,
  };
});
