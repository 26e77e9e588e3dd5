// Writes synthetic people and records as files: npm run generate -- --people 100000 --records 20000 --seed 7 --out <folder>
import ExcelJS from "exceljs";
import { parseLocale } from "@/lib/i18n/locales";
import { translatorFor } from "@/lib/i18n/translator";
import {
  type GenerateOptions,
  readArguments,
  type WrongArguments,
} from "@/prisma/factories/synthetic/arguments";
import type { Table } from "@/prisma/factories/synthetic/files/csv-file";
import { writeFiles } from "@/prisma/factories/synthetic/files/write-files";
import { fixZipDates } from "@/prisma/factories/synthetic/files/zip-dates";
import { generatePopulation } from "@/prisma/factories/synthetic/population";

const WRONG_USE = 2;
/** Rows that a sheet can hold, without its title line. */
const ROWS_OF_A_SHEET = 1_048_575;
/** The workbook tells when it was made; the same day each time keeps its bytes the same. */
const MADE_ON = new Date(Date.UTC(2022, 2, 31));

const text = translatorFor(parseLocale(process.env.PORTAL_LOCALE), "units.generate");

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** A workbook that is written while it grows; rows that don't fit on a sheet go on the next. */
function openWorkbook(filename: string): Table {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename, useSharedStrings: false });
  workbook.created = MADE_ON;
  workbook.modified = MADE_ON;
  let sheets = 0;
  const nextSheet = () => workbook.addWorksheet(`DS${++sheets}`);
  let sheet = nextSheet();
  let titles: readonly string[] | null = null;
  let rows = 0;
  const put = (cells: readonly string[]) =>
    sheet.addRow(cells.map((cell) => (cell === "" ? null : cell))).commit();
  return {
    add(cells) {
      if (titles === null) titles = cells;
      else if (rows++ === ROWS_OF_A_SHEET) {
        sheet.commit();
        sheet = nextSheet();
        put(titles);
        rows = 1;
      }
      put(cells);
    },
    ready: () => new Promise((resolve) => setImmediate(resolve)),
    async close() {
      sheet.commit();
      await workbook.commit();
      fixZipDates(filename);
    },
  };
}

function refuse({ code, params }: WrongArguments): void {
  say(text(`wrong.${code}` as "wrong.missing", params as { option: string }));
  process.exitCode = WRONG_USE;
}

async function generate({ population, ...order }: GenerateOptions): Promise<void> {
  const { folder, files } = order;
  const written = await writeFiles(generatePopulation({ ...population, bare: files === "plain" }), {
    ...order,
    openWorkbook,
    onProgress: (what, done) => {
      const total = population[what];
      const step = Math.ceil(total / 100_000) * 10_000;
      if (done % step === 0) say(text(`writing.${what}`, { done, total }));
    },
  });
  process.stdout.write(`${text("done", { folder, ...written })}\n`);
}

const UNWRITABLE = new Set(["EACCES", "EPERM", "EROFS", "ENOSPC", "EEXIST", "ENOTDIR", "EISDIR"]);

/** `npm run generate -- …` may reach us through a launcher that adds the program's own name. */
const given = process.argv.slice(2);
const read = readArguments(given[0] === "generate" ? given.slice(1) : given);
if (!read.ok) refuse(read);
else {
  try {
    await generate(read.options);
  } catch (error) {
    if (!UNWRITABLE.has((error as NodeJS.ErrnoException).code ?? "")) throw error;
    say(text("wrong.unwritable", { folder: read.options.folder }));
    process.exitCode = WRONG_USE;
  }
}
