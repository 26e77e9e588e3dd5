import { closeSync, fstatSync, openSync, readSync, writeSync } from "node:fs";

/** 31/03/2022 00:00:00 as MS-DOS writes it: time 0, then year since 1980, month and day. */
const DOS_TIME = 0;
const DOS_DATE = ((2022 - 1980) << 9) | (3 << 5) | 31;

const END_SIGNATURE = 0x06054b50;
const END_LENGTH = 22;
const ENTRY_SIGNATURE = 0x02014b50;

/**
 * Gives every entry of a zip the same date. The packer writes the clock into each of them, which would
 * make two files of the same content differ.
 */
export function fixZipDates(path: string): void {
  const file = openSync(path, "r+");
  try {
    const end = read(file, fstatSync(file).size - END_LENGTH, END_LENGTH);
    if (end.readUInt32LE(0) !== END_SIGNATURE) throw new Error("no end of zip directory");
    const from = end.readUInt32LE(16);
    const directory = read(file, from, end.readUInt32LE(12));
    for (const { at, localAt } of entriesOf(directory)) {
      writeDate(file, from + at + 12);
      writeDate(file, localAt + 10);
    }
  } finally {
    closeSync(file);
  }
}

function* entriesOf(directory: Buffer): Generator<{ at: number; localAt: number }> {
  let at = 0;
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === ENTRY_SIGNATURE) {
    yield { at, localAt: directory.readUInt32LE(at + 42) };
    const [name, extra, comment] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
}

function read(file: number, from: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  readSync(file, buffer, 0, length, from);
  return buffer;
}

function writeDate(file: number, at: number): void {
  const stamp = Buffer.alloc(4);
  stamp.writeUInt16LE(DOS_TIME, 0);
  stamp.writeUInt16LE(DOS_DATE, 2);
  writeSync(file, stamp, 0, 4, at);
}
