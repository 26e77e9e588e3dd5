import { streamWorksheet } from "@/lib/server/tasks/worksheet-file";

interface Context {
  params: Promise<{ id: string }>;
}

/** GET /api/v1/worksheets/{id}/file?kind=xlsx|csv: a list to go round with, as a file to fill in. */
export async function GET(request: Request, { params }: Context) {
  const { id } = await params;
  const kind = new URL(request.url).searchParams.get("kind") === "csv" ? "csv" : "xlsx";
  const { name, type, body } = await streamWorksheet(id, kind);
  return new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      "cache-control": "no-store",
    },
  });
}
