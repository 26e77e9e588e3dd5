import { writeHandoverPaper } from "@/lib/i18n/handover-paper";
import { refusalText } from "@/lib/i18n/refusal";
import { STATUS_OF } from "@/lib/server/core/status";
import { downloadHandover } from "@/lib/server/handovers/commands";
import { handoverDocx } from "@/lib/server/handovers/docx";

interface Context {
  params: Promise<{ id: string }>;
}

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** GET: the list as a Word file; who took it is written down. */
export async function GET(_request: Request, { params }: Context) {
  const result = await downloadHandover({ handoverId: (await params).id });
  if (!result.ok) {
    const status = STATUS_OF[result.error.code];
    return new Response(await refusalText(result.error), { status });
  }
  const file = await handoverDocx(writeHandoverPaper(result.data));
  return new Response(new Uint8Array(file), {
    headers: {
      "content-type": WORD,
      "content-disposition": `attachment; filename="danh-sach-ban-giao-${result.data.no}.docx"`,
      "cache-control": "no-store",
    },
  });
}
