import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import type { SourceRow } from "@/lib/domain/imports/record";
import type { Table } from "./table";

/** Files that tests of the readers make: a folder of their own and archives with chosen faults. */
export async function makeFolder() {
  const folder = await mkdtemp(join(tmpdir(), "imports-"));
  return {
    path: (name: string) => join(folder, name),
    async write(name: string, content: Buffer | string) {
      await writeFile(join(folder, name), content);
      return join(folder, name);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

export interface ZipPart {
  name: string;
  data: Buffer | string;
  encrypted?: boolean;
  /** Sizes that the directory claims instead of the true ones; the entry is then not compressed. */
  claimed?: number;
  /** Claims this size for what comes out, and is compressed all the same. */
  claimedContent?: number;
}

const FIXED_LOCAL = 30;
const FIXED_CENTRAL = 46;
const FIXED_END = 22;

/** A zip archive, byte by byte, so that its directory can lie. */
export function makeZip(parts: ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const { local, central } = makeEntry(part, offset);
    locals.push(local);
    centrals.push(central);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(FIXED_END);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

function makeEntry(part: ZipPart, offset: number) {
  const data = Buffer.from(part.data);
  const stored = part.claimed !== undefined;
  const body = stored ? data : deflateRawSync(data);
  const name = Buffer.from(part.name);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(part.encrypted ? 1 : 0, 2);
  common.writeUInt16LE(stored ? 0 : 8, 4);
  common.writeUInt32LE(crc32(data), 10);
  common.writeUInt32LE(part.claimed ?? body.length, 14);
  common.writeUInt32LE(part.claimed ?? part.claimedContent ?? data.length, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.alloc(FIXED_LOCAL);
  local.writeUInt32LE(0x04034b50, 0);
  common.copy(local, 4);
  const central = Buffer.alloc(FIXED_CENTRAL);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 4);
  common.copy(central, 6);
  central.writeUInt32LE(offset, 42);
  return { local: Buffer.concat([local, name, body]), central: Buffer.concat([central, name]) };
}

const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The least that makes a workbook, around the XML of one sheet. */
export function workbookParts(sheetData: string, prolog = ""): ZipPart[] {
  const relation = (id: string, type: string, target: string) =>
    `<Relationships><Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"/></Relationships>`;
  return [
    { name: "_rels/.rels", data: relation("r1", "officeDocument", "xl/workbook.xml") },
    {
      name: "xl/workbook.xml",
      data: `<workbook xmlns:r="${RELATION}"><sheets><sheet name="DS" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: relation("r1", "worksheet", "worksheets/sheet1.xml"),
    },
    {
      name: "xl/worksheets/sheet1.xml",
      data: `${prolog}<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
    },
  ];
}

export async function readRows(table: Table): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const row of table.rows) rows.push(row);
  return rows;
}

export async function readCells(table: Table): Promise<string[][]> {
  return (await readRows(table)).map(({ cells }) => cells);
}
