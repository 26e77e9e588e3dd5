import { NO_FILTER, openEngine } from "./schema-engine";

// A diff of two texts touches no database, but the engine wants an address that looks like one.
const NOWHERE = "postgresql://127.0.0.1:1/nowhere";

/** SQL that leads from one schema.prisma to another; `null` is an empty database. */
export async function diffSchemas(from: string | null, to: string): Promise<string> {
  const { engine, close } = await openEngine(NOWHERE, to);
  const schema = (content: string) => ({
    tag: "schemaDatamodel" as const,
    files: [{ path: "schema.prisma", content }],
  });
  const { stdout } = await engine.diff({
    from: from === null ? { tag: "empty" } : schema(from),
    to: schema(to),
    script: true,
    exitCode: null,
    filters: NO_FILTER,
  });
  await close();
  return stdout ?? "";
}
