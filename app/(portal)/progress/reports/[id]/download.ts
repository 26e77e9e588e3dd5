import { refusalText } from "@/lib/i18n/refusal";
import { STATUS_OF } from "@/lib/server/core/status";
import { getReport, type Report } from "@/lib/server/progress/reports";

interface Kind {
  ending: "docx" | "xlsx";
  mime: string;
  make: (report: Report) => Promise<Buffer>;
}

/** Answers with a file made of a report as it was written. */
export async function downloadReport(id: string, { ending, mime, make }: Kind): Promise<Response> {
  const result = await getReport.answer(id);
  if (!result.ok) {
    const status = STATUS_OF[result.error.code];
    return new Response(await refusalText(result.error), { status });
  }
  const { number, year } = result.data;
  return new Response(new Uint8Array(await make(result.data)), {
    headers: {
      "content-type": mime,
      "content-disposition": `attachment; filename="bao-cao-tien-do-${number}-${year}.${ending}"`,
      "cache-control": "no-store",
    },
  });
}
