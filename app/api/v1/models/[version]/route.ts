import { getModelVersion } from "@/lib/server/matching/model-queries";

interface Context {
  params: Promise<{ version: string }>;
}

/** GET /api/v1/models/{version}: the version as a model file, as it can be uploaded again. */
export async function GET(_request: Request, { params }: Context) {
  const { version, model } = await getModelVersion(decodeURIComponent((await params).version));
  return new Response(`${JSON.stringify(model, null, 2)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="model-${version}.json"`,
      "cache-control": "no-store",
    },
  });
}
