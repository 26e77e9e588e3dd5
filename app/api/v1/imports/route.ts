import { NextResponse } from "next/server";
import { refusalText } from "@/lib/i18n/refusal";
import { STATUS_OF } from "@/lib/server/core/status";
import { createImport } from "@/lib/server/imports/commands";

/** POST /api/v1/imports: multipart form with `file` and `era` (past, today). */
export async function POST(request: Request) {
  const form = await request.formData().catch(() => null);
  const file = form?.get("file");
  const result = await createImport({
    fileName: file instanceof File ? file.name : "",
    era: form?.get("era") ?? "past",
    file: file instanceof Blob ? file : new Blob([]),
  });
  if (result.ok) return NextResponse.json({ id: result.data.batchId }, { status: 201 });
  const { code } = result.error;
  return NextResponse.json(
    { code, title: await refusalText(result.error) },
    { status: STATUS_OF[code], headers: { "content-type": "application/problem+json" } },
  );
}
