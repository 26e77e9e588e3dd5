import { openApi } from "@/app/api/v1/openapi";

/** GET /api/v1/openapi.json: the description, made from the commands themselves. No session. */
export function GET() {
  return Response.json(openApi(), { headers: { "cache-control": "public, max-age=300" } });
}
