import { problemOf } from "@/app/api/v1/problem";
import type { Refusal } from "@/lib/domain/access/error-code";
import { createImport, MOST_MEGABYTES } from "@/lib/server/imports/commands";

const MEGABYTE = 1024 * 1024;

async function readForm(request: Request): Promise<FormData | null> {
  // Refused before it is read: what is too large never reaches the memory.
  const length = Number(request.headers.get("content-length") ?? 0);
  if (length > (MOST_MEGABYTES + 1) * MEGABYTE) return null;
  return request.formData().catch(() => null);
}

/** A form in a page is sent on to a page, a program gets JSON. */
function isPage(request: Request): boolean {
  return request.headers.get("accept")?.includes("text/html") ?? false;
}

/** A relative address stays right behind any proxy. */
function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}

function inputOf(form: FormData | null) {
  const file = form?.get("file");
  const fileName = file instanceof File && file.name !== "" ? file.name : "-";
  const era = form?.get("era") ?? "past";
  return { fileName, era, file: file instanceof Blob ? file : new Blob([]) };
}

async function refuse(request: Request, refusal: Refusal): Promise<Response> {
  const { code, reason } = refusal;
  return isPage(request) ? seeOther(`/imports?refused=${reason ?? code}`) : problemOf(refusal);
}

/** POST /api/v1/imports: multipart form with `file` and `era` (past, today). */
export async function POST(request: Request) {
  const form = await readForm(request);
  const result = await createImport(inputOf(form));
  if (!result.ok) {
    return refuse(request, form ? result.error : { code: "RULE", reason: "fileTooBig" });
  }
  const id = result.data.batchId;
  return isPage(request) ? seeOther(`/imports/${id}`) : Response.json({ id }, { status: 201 });
}
