import { isDatabaseReady } from "@/lib/server/access/health";

export const dynamic = "force-dynamic";

export async function GET() {
  const ready = await isDatabaseReady();
  return Response.json(
    { ready },
    { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
