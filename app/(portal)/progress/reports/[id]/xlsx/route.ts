import { writeReportSheets } from "@/lib/i18n/reports/report-sheets";
import { writeWorkbook } from "@/lib/server/imports/writing/write-workbook";
import { downloadReport } from "../download";

interface Context {
  params: Promise<{ id: string }>;
}

const EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** GET: the report's figures as a workbook. */
export async function GET(_request: Request, { params }: Context) {
  return downloadReport((await params).id, {
    ending: "xlsx",
    mime: EXCEL,
    make: (report) => writeWorkbook(writeReportSheets(report)),
  });
}
