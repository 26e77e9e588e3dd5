import { streamPublication } from "@/lib/server/tasks/publication-file";

interface Context {
  params: Promise<{ id: string }>;
}

/** GET: the corrected rows as a file in the columns they came in. */
export async function GET(_request: Request, { params }: Context) {
  const { id } = await params;
  const { name, type, body } = await streamPublication(id);
  return new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      "cache-control": "no-store",
    },
  });
}
