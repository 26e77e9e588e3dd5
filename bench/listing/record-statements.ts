import pg from "pg";

export interface Statement {
  text: string;
  values: unknown[];
  name?: string | undefined;
}

type Asked = string | (Statement & { values?: unknown[] });

/**
 * What `run` sends to the database, message by message, so that another program can send the same.
 * Only where nobody else in this process uses a connection meanwhile.
 */
export async function recordStatements(run: () => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = [];
  const original = pg.Client.prototype.query as (...all: unknown[]) => unknown;
  const recording = function (this: unknown, ...all: unknown[]) {
    const asked = all[0] as Asked;
    const one = typeof asked === "string" ? { text: asked, values: [] } : asked;
    sent.push({ text: one.text, values: [...(one.values ?? [])], name: one.name });
    return original.apply(this, all);
  };
  Object.assign(pg.Client.prototype, { query: recording });
  try {
    await run();
  } finally {
    Object.assign(pg.Client.prototype, { query: original });
  }
  return sent;
}
