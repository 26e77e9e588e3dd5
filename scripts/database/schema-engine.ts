import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";

type Bindings = typeof import("@prisma/schema-engine-wasm/schema_engine_bg");

interface Exports extends WebAssembly.Exports {
  __wbindgen_start(): void;
}

let loaded: Promise<Bindings> | undefined;

/**
 * Prisma's schema engine as the WebAssembly inside its npm package: the same code as the engine that
 * the CLI would download. The package imports its .wasm file as a module, which Node 20 can't, so
 * it is put together here.
 */
function bindings(): Promise<Bindings> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Bindings> {
  const script = createRequire(import.meta.url).resolve(
    "@prisma/schema-engine-wasm/schema_engine_bg",
  );
  const glue: Bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = await WebAssembly.instantiate(
    readFileSync(join(dirname(script), "schema_engine_bg.wasm")),
    {
      "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
    },
  );
  glue.__wbg_set_wasm(wasm.instance.exports);
  (wasm.instance.exports as Exports).__wbindgen_start();
  return glue;
}

export interface OpenEngine {
  engine: SchemaEngine;
  /** Closes its connections; a database that others have open can't be copied. */
  close(): Promise<void>;
  /** What PostgreSQL said of the script that failed; the engine passes on only that one did. */
  scriptFailure(): ScriptFailure | undefined;
}

export interface ScriptFailure {
  error: pg.DatabaseError;
  script: string;
}

/** An engine on the database at `url`, which is only connected to when a command needs it. */
export async function openEngine(url: string, schema: string): Promise<OpenEngine> {
  const { SchemaEngine } = await bindings();
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  const adapter = new WholeScripts(pool);
  const engine = await SchemaEngine.new(
    { datamodels: [["schema.prisma", schema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
  return { engine, close: () => pool.end(), scriptFailure: () => adapter.failure };
}

/**
 * The adapter splits a script at every semicolon, also inside of functions. PostgreSQL takes a whole
 * script at once, and as one transaction, so that is how it is sent.
 */
class WholeScripts extends PrismaPg {
  failure: ScriptFailure | undefined;

  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      try {
        await adapter.underlyingDriver().query(script);
      } catch (error) {
        this.failure = { error: error as pg.DatabaseError, script };
        throw error;
      }
    };
    return adapter;
  }
}

/** Every table and enum belongs to the schema. */
export const NO_FILTER = { externalTables: [], externalEnums: [] };
