import { CP1252_HIGH } from "@/lib/domain/matching/legacy-encodings";
import { readText } from "@/prisma/data/unit-files";
import { kindsOf } from "./kind";
import { splitTone, withoutMarks } from "./letters";

/** Names from old fonts, names read in the wrong encoding and keystrokes that never became letters. */
export const NAME_ENCODING = kindsOf("fullName", {
  name_tcvn3: [1.2, (name) => changed(name, toTcvn3(name))],
  name_tcvn3_u_lost: [1.5, (name) => lostHorn(name)],
  name_vni_windows: [0.8, (name) => changed(name, toVniWindows(name))],
  name_utf8_as_cp1252: [0.9, (name) => changed(name, readAsCp1252(name))],
  name_telex: [1, (name) => changed(name, type(name, TELEX))],
  name_vni_typing: [0.7, (name) => changed(name, type(name, VNI))],
});

function changed(name: string, written: string): string | null {
  return written === name ? null : written;
}

type Table = Record<string, string>;

/** Letter → how the old font writes it. */
function reversed(table: Table): Map<string, string> {
  return new Map(
    Object.entries(table).map(([written, letter]) => [letter.normalize("NFC"), written]),
  );
}

let encodings: { tcvn3: Map<string, string>; vni: Map<string, string> } | undefined;

function legacy() {
  if (!encodings) {
    const read = JSON.parse(readText("legacy_encodings.json")) as {
      tcvn3: Table;
      vni_windows: Table;
    };
    encodings = { tcvn3: reversed(read.tcvn3), vni: reversed(read.vni_windows) };
  }
  return encodings;
}

/** Capitals with a tone have no code of their own in TCVN3: the font of capitals draws the small one. */
function toTcvn3(name: string): string {
  const { tcvn3 } = legacy();
  return spell(name, tcvn3);
}

function toVniWindows(name: string): string {
  return spell(name, legacy().vni);
}

function spell(name: string, table: Map<string, string>): string {
  return [...name.normalize("NFC")]
    .map((letter) => table.get(letter) ?? table.get(letter.toLowerCase()) ?? letter)
    .join("");
}

/** In TCVN3 "ư" is the soft hyphen, which many programs drop. */
function lostHorn(name: string): string | null {
  const written = toTcvn3(name);
  return written.includes("\u00AD") ? written.replace(/\u00AD/g, "") : null;
}

/** Node 20 decodes "windows-1252" as Latin-1, so the table of its high characters is used instead. */
const HIGH = [...CP1252_HIGH];

function readAsCp1252(name: string): string {
  const bytes = [...new TextEncoder().encode(name)];
  return bytes.map((byte) => HIGH[byte - 0x80] ?? String.fromCharCode(byte)).join("");
}

interface Keys {
  marks: Record<string, string>;
  tones: Record<string, string>;
}

const TELEX: Keys = {
  marks: { ă: "aw", â: "aa", ê: "ee", ô: "oo", ơ: "ow", ư: "uw", đ: "dd" },
  tones: { "\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j" },
};

const VNI: Keys = {
  marks: { ă: "a8", â: "a6", ê: "e6", ô: "o6", ơ: "o7", ư: "u7", đ: "d9" },
  tones: { "\u0300": "2", "\u0301": "1", "\u0309": "3", "\u0303": "4", "\u0323": "5" },
};

/** The keys of a name, the tone at the end of each word ("Nguyeenx", "Nguye6n4"). */
function type(name: string, keys: Keys): string {
  return name
    .split(" ")
    .map((word) => {
      const { letters, tone } = splitTone(word);
      const typed = [...letters].map((letter) => keysOf(letter, keys)).join("");
      return typed + (keys.tones[tone] ?? "");
    })
    .join(" ");
}

function keysOf(letter: string, { marks }: Keys): string {
  const small = marks[letter.toLowerCase()];
  if (!small) return withoutMarks(letter);
  return letter === letter.toLowerCase() ? small : small.charAt(0).toUpperCase() + small.slice(1);
}
