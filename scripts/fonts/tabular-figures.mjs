/*
 * Be Vietnam Pro has no tabular figures ("1" is half as wide as "0"), so figures below each other
 * would not line up. This takes its ten digits, gives them one width and writes them as a font of
 * their own, which the stylesheet puts before Be Vietnam Pro in tables and counters.
 *
 *   node tabular-figures.mjs <folder of @fontsource/be-vietnam-pro/files> <folder to write to>
 *
 * Be Vietnam Pro is under the SIL Open Font License 1.1 without reserved names; so is the result.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync, inflateSync } from "node:zlib";

const DIGITS = Array.from("0123456789", (digit) => digit.charCodeAt(0));
const WEIGHTS = { 400: "Regular", 600: "SemiBold" };
const FAMILY = "Portal Figures";
const LICENCE = "SIL Open Font License 1.1, https://openfontlicense.org";

const ON_CURVE = 1;
const X_SHORT = 2;
const Y_SHORT = 4;
const REPEAT = 8;
const X_SAME = 16;
const Y_SAME = 32;

/** Tables of a WOFF file by tag. */
function readTables(file) {
  const woff = readFileSync(file);
  const entries = Array.from({ length: woff.readUInt16BE(12) }, (_, index) => 44 + 20 * index);
  return Object.fromEntries(
    entries.map((at) => {
      const [offset, packed, size] = [4, 8, 12].map((step) => woff.readUInt32BE(at + step));
      const data = woff.subarray(offset, offset + packed);
      return [woff.toString("latin1", at, at + 4), packed < size ? inflateSync(data) : data];
    }),
  );
}

/** Glyph number of a character, from the format 4 part of `cmap`. */
function glyphOf({ cmap }, code) {
  const parts = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) =>
    cmap.readUInt32BE(8 + 8 * i),
  );
  const at = parts.find((offset) => cmap.readUInt16BE(offset) === 4);
  const doubled = cmap.readUInt16BE(at + 6);
  for (let step = 0; step < doubled; step += 2) {
    const end = cmap.readUInt16BE(at + 14 + step);
    if (code > end) continue;
    const start = cmap.readUInt16BE(at + 16 + doubled + step);
    const delta = cmap.readInt16BE(at + 16 + 2 * doubled + step);
    const rangeAt = at + 16 + 3 * doubled + step;
    const range = cmap.readUInt16BE(rangeAt);
    if (range === 0) return (code + delta) & 0xffff;
    return (cmap.readUInt16BE(rangeAt + range + 2 * (code - start)) + delta) & 0xffff;
  }
  throw new Error("character not found");
}

function glyphData({ head, loca, glyf }, glyph) {
  const isLong = head.readInt16BE(50) === 1;
  const offset = (n) => (isLong ? loca.readUInt32BE(4 * n) : 2 * loca.readUInt16BE(2 * n));
  return glyf.subarray(offset(glyph), offset(glyph + 1));
}

function advanceOf({ hhea, hmtx }, glyph) {
  return hmtx.readUInt16BE(4 * Math.min(glyph, hhea.readUInt16BE(34) - 1));
}

function readFlags(data, at, count) {
  const flags = [];
  let next = at;
  while (flags.length < count) {
    const flag = data[next++];
    const times = flag & REPEAT ? data[next++] + 1 : 1;
    for (let n = 0; n < times; n++) flags.push(flag);
  }
  return { flags, next };
}

function readCoordinates(data, at, { flags, short, same }) {
  const values = [];
  let next = at;
  let value = 0;
  for (const flag of flags) {
    if (flag & short) value += flag & same ? data[next++] : -data[next++];
    else if (!(flag & same)) {
      value += data.readInt16BE(next);
      next += 2;
    }
    values.push(value);
  }
  return { values, next };
}

/** A simple glyph moved to the right by `shift`, without instructions. */
function moveGlyph(data, shift) {
  const contours = data.readInt16BE(0);
  if (contours < 1) throw new Error("digit is not a simple glyph");
  const head = Buffer.from(data.subarray(0, 10 + 2 * contours));
  for (const at of [2, 6]) head.writeInt16BE(data.readInt16BE(at) + shift, at);
  const points = data.readUInt16BE(8 + 2 * contours) + 1;
  const instructions = data.readUInt16BE(10 + 2 * contours);
  const { flags, next } = readFlags(data, 12 + 2 * contours + instructions, points);
  const xs = readCoordinates(data, next, { flags, short: X_SHORT, same: X_SAME });
  const ys = readCoordinates(data, xs.next, { flags, short: Y_SHORT, same: Y_SAME });
  const deltas = (values) => values.map((value, index) => value - (values[index - 1] ?? 0));
  const words = [...deltas(xs.values.map((x) => x + shift)), ...deltas(ys.values)];
  const body = Buffer.alloc(2 + points + 2 * words.length);
  for (const [index, flag] of flags.entries()) body.writeUInt8(flag & ON_CURVE, 2 + index);
  for (const [index, word] of words.entries()) body.writeInt16BE(word, 2 + points + 2 * index);
  return pad(Buffer.concat([head, body]));
}

const pad = (data) => Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);

const u16 = (...values) => {
  const data = Buffer.alloc(2 * values.length);
  for (const [index, value] of values.entries()) data.writeUInt16BE(value & 0xffff, 2 * index);
  return data;
};

/** The ten digits follow the empty first glyph, in order. */
function characterMap() {
  const [first, last] = [DIGITS[0], DIGITS.at(-1)];
  const part = u16(4, 32, 0, 4, 4, 1, 0, last, 0xffff, 0, first, 0xffff, 1 - first, 1, 0, 0);
  return Buffer.concat([u16(0, 1, 3, 1, 0, 12), part]);
}

function nameTable(style) {
  const names = {
    1: FAMILY,
    2: style,
    4: `${FAMILY} ${style}`,
    6: `PortalFigures-${style}`,
    13: LICENCE,
  };
  const texts = Object.values(names).map((text) => Buffer.from(text, "utf16le").swap16());
  let offset = 0;
  const records = Object.keys(names).map((id, index) => {
    const record = u16(3, 1, 0x409, Number(id), texts[index].length, offset);
    offset += texts[index].length;
    return record;
  });
  return Buffer.concat([u16(0, records.length, 6 + 12 * records.length), ...records, ...texts]);
}

function writeAt(table, at, value) {
  const copy = Buffer.from(table);
  copy.writeUInt16BE(value, at);
  return copy;
}

/** Tables of the figures: outlines moved to the middle of one common width. */
function figureTables(source, style) {
  const glyphs = DIGITS.map((code) => glyphOf(source, code));
  const advances = glyphs.map((glyph) => advanceOf(source, glyph));
  const width = advances.toSorted((one, other) => one - other)[DIGITS.length / 2];
  const outlines = glyphs.map((glyph, index) =>
    moveGlyph(glyphData(source, glyph), Math.round((width - advances[index]) / 2)),
  );
  const ends = [0];
  for (const data of outlines) ends.push(ends.at(-1) + data.length);
  const loca = Buffer.alloc(4 * (ends.length + 1));
  for (const [index, end] of ends.entries()) loca.writeUInt32BE(end, 4 * (index + 1));
  const bearings = outlines.map((data) => u16(width, data.readInt16BE(2)));
  console.log(style, { width, advances: advances.join(" ") });
  const post = Buffer.alloc(32);
  post.writeUInt32BE(0x00030000);
  return {
    "OS/2": source["OS/2"],
    cmap: characterMap(),
    glyf: Buffer.concat(outlines),
    head: writeAt(source.head, 50, 1),
    hhea: writeAt(source.hhea, 34, 1 + DIGITS.length),
    hmtx: Buffer.concat([u16(width, 0), ...bearings]),
    loca,
    maxp: writeAt(source.maxp, 4, 1 + DIGITS.length),
    name: nameTable(style),
    post,
  };
}

function checksum(data) {
  const padded = pad(data);
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}

/** A WOFF file of the tables. Browsers do not ask for the checksum of the whole, only of the parts. */
function writeWoff(tables) {
  const list = Object.entries(tables);
  const packed = list.map(([, data]) => {
    const small = deflateSync(data, { level: 9 });
    return small.length < data.length ? small : data;
  });
  const header = Buffer.alloc(44 + 20 * list.length);
  let offset = header.length;
  list.forEach(([tag, data], index) => {
    const at = 44 + 20 * index;
    header.write(tag.padEnd(4), at, "latin1");
    [offset, packed[index].length, data.length, checksum(data)].forEach((value, step) => {
      header.writeUInt32BE(value, at + 4 + 4 * step);
    });
    offset += pad(packed[index]).length;
  });
  const sfntSize = list.reduce((sum, [, data]) => sum + pad(data).length, 12 + 16 * list.length);
  header.write("wOFF", 0, "latin1");
  header.writeUInt32BE(0x00010000, 4);
  header.writeUInt32BE(offset, 8);
  header.writeUInt16BE(list.length, 12);
  header.writeUInt32BE(sfntSize, 16);
  header.writeUInt16BE(1, 20);
  return Buffer.concat([header, ...packed.map(pad)]);
}

const [from, to] = process.argv.slice(2);
for (const [weight, style] of Object.entries(WEIGHTS)) {
  const source = readTables(join(from, `be-vietnam-pro-latin-${weight}-normal.woff`));
  writeFileSync(join(to, `portal-figures-${weight}.woff`), writeWoff(figureTables(source, style)));
}
