import "server-only";
import type { Readable } from "node:stream";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { asFileError, FileError } from "./file-error";

const MEGABYTE = 1024 * 1024;
const MOST_ENTRIES = 10_000;
const LARGEST_CONTENT = 2048 * MEGABYTE;
const BOMB_SIZE = 10 * MEGABYTE;
const BOMB_RATIO = 100;

/** An open archive whose directory has passed the checks. To be closed by whoever opened it. */
export interface Archive {
  zip: ZipFile;
  entries: Map<string, Entry>;
}

/**
 * Opens a zip file and refuses from its directory, before anything is unpacked: more than 2 GB
 * declared, an entry above 10 MB that shrinks over a hundred times, encryption. What an entry really
 * holds is held against the declared size while it is read.
 */
export async function withArchive<T>(
  path: string,
  use: (archive: Archive) => Promise<T>,
): Promise<T> {
  const archive = await openArchive(path);
  try {
    return await use(archive);
  } finally {
    archive.zip.close();
  }
}

export async function openArchive(path: string): Promise<Archive> {
  const zip = await yauzl
    .openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: false })
    .catch((error) => {
      throw asFileError(error);
    });
  try {
    return { zip, entries: await readDirectory(zip) };
  } catch (error) {
    zip.close();
    throw asFileError(error);
  }
}

async function readDirectory(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let content = 0;
  if (zip.entryCount > MOST_ENTRIES) throw new FileError("suspicious");
  for await (const entry of zip.eachEntry()) {
    checkEntry(entry);
    content += entry.uncompressedSize;
    if (content > LARGEST_CONTENT) throw new FileError("tooLarge");
    const name = entryName(entry.fileName);
    if (!entries.has(name)) entries.set(name, entry);
  }
  return entries;
}

function checkEntry(entry: Entry): void {
  if (entry.isEncrypted()) throw new FileError("encrypted");
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
  if (entry.uncompressedSize > BOMB_SIZE && ratio > BOMB_RATIO) throw new FileError("suspicious");
}

/** Some programs write backslashes, a leading slash or other capitals. */
function entryName(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

export function findEntry(archive: Archive, name: string): Entry | null {
  return archive.entries.get(entryName(name)) ?? null;
}

export async function readEntry(archive: Archive, entry: Entry): Promise<Readable> {
  return archive.zip.openReadStreamPromise(entry);
}
