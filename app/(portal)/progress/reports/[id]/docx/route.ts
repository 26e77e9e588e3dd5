import { writeReportPaper } from "@/lib/i18n/reports/report-paper";
import { reportDocx } from "@/lib/server/progress/report-docx";
import { downloadReport } from "../download";

interface Context {
  params: Promise<{ id: string }>;
}

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** GET: the report as a Word file. */
export async function GET(_request: Request, { params }: Context) {
  return downloadReport((await params).id, {
    ending: "docx",
    mime: WORD,
    make: (report) => reportDocx(writeReportPaper(report)),
  });
}
