import "server-only";
import { PassThrough, Readable } from "node:stream";
import type { Header } from "@/lib/domain/imports/header";
import { writeTable } from "@/lib/server/imports/writing/write-table";
import { getPublicationFile, readPublicationRows } from "./publication-queries";

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

async function* rowsOf(id: string, header: Header): AsyncGenerator<string[]> {
  for (let after: number | null = 0; after !== null; ) {
    const page: Awaited<ReturnType<typeof readPublicationRows>> = await readPublicationRows({
      id,
      header,
      after,
    });
    yield* page.rows;
    after = page.next;
  }
}

export interface FileStream {
  name: string;
  type: string;
  body: ReadableStream;
}

/** The file for the source, written as it is read: a large batch never lies in memory whole. */
export async function streamPublication(id: string): Promise<FileStream> {
  const { fileName, kind, header } = await getPublicationFile(id);
  const through = new PassThrough();
  const content = { header: header.titles, rows: rowsOf(id, header) };
  writeTable(kind, through, content).catch((error) => through.destroy(error));
  return {
    name: `da-sua-${fileName.replace(/\.[^.]*$/, "")}.${kind}`,
    type: TYPES[kind],
    body: Readable.toWeb(through) as ReadableStream,
  };
}
