// Bare Node and pg: the statements of each page, sent as the portal sends them, and the rows of the
// longest answer as JSON. No framework, no session but its statement, nothing decided.
// `node scripts/run.cjs ../bench/listing/bare-server <port> <file of statements by path>`
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import pg from "pg";
import type { Statement } from "./record-statements";

const [port, file = ""] = process.argv.slice(3);
const pages = new Map(
  Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, Statement[]>),
);
const pool = new pg.Pool({
  connectionString: process.env.APP_DATABASE_URL,
  max: 12,
  pipeline: true,
} as pg.PoolConfig);

/** All at once: none of them waits for the answer of another. */
async function rowsOf(statements: readonly Statement[]): Promise<unknown[]> {
  const connection = await pool.connect();
  try {
    const answers = await Promise.all(statements.map((one) => connection.query(one)));
    const lists = answers.map((answer) => (Array.isArray(answer.rows) ? answer.rows : []));
    return lists.toSorted((a, b) => b.length - a.length)[0] ?? [];
  } finally {
    connection.release();
  }
}

createServer(async (request, response) => {
  const statements = pages.get(request.url ?? "");
  if (!statements) return response.writeHead(request.url === "/" ? 200 : 404).end();
  const rows = await rowsOf(statements);
  response.writeHead(200, { "content-type": "application/json", "cache-control": "no-store" });
  return response.end(JSON.stringify(rows));
}).listen(Number(port), "127.0.0.1");
