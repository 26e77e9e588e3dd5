/** An answer without a question, to measure what the server itself takes: in a build for measuring alone. */
export function GET(_: Request) {
  return new Response("[]", { headers: { "content-type": "application/json" } });
}
