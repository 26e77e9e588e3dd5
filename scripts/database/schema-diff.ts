import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDisposableDatabase } from "./embedded";
import { NO_FILTER, openEngine } from "./schema-engine";

/**
 * SQL that leads from one schema.prisma to another; `null` is an empty database. The engine wants a
 * server to talk to even where it compares two texts, so it gets an empty one for a second.
 */
export async function diffSchemas(from: string | null, to: string): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), "portal-diff-"));
  const { cluster, ownerUrl } = await startDisposableDatabase(root);
  try {
    return await diff(ownerUrl, from, to);
  } finally {
    await cluster.child.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

async function diff(url: string, from: string | null, to: string): Promise<string> {
  const { engine, close } = await openEngine(url, to);
  const { stdout } = await engine.diff({
    from: from === null ? { tag: "empty" } : schemaText(from),
    to: schemaText(to),
    script: true,
    exitCode: null,
    filters: NO_FILTER,
  });
  await close();
  return stdout ?? "";
}

function schemaText(content: string) {
  return { tag: "schemaDatamodel" as const, files: [{ path: "schema.prisma", content }] };
}
