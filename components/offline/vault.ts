import { findKey, keyOf, type Sealed, seal, unseal } from "./vault-cipher";
import { complete, KEYS, openDatabase, ROWS, settled } from "./vault-database";
import { tellVaultChanged } from "./vault-news";

export type Shelf = "draft" | "list" | "outbox" | "refused";

/**
 * What one officer keeps in this browser. Values are always sealed with a key of that officer; ids
 * are read by anybody and must be opaque. Values are kept as JSON: no dates, no maps.
 */
export interface Vault {
  /** False where the browser offers no storage or no cryptography: then everything is empty. */
  readonly available: boolean;
  put<T>(shelf: Shelf, id: string, value: T): Promise<void>;
  get<T>(shelf: Shelf, id: string): Promise<T | null>;
  /** In the order of their ids. */
  list<T>(shelf: Shelf): Promise<{ id: string; value: T }[]>;
  remove(shelf: Shelf, id: string): Promise<void>;
  /** All of this officer's, and the key: what a copy of the disk still holds can't be read again. */
  wipe(): Promise<void>;
}

interface Row extends Sealed {
  officer: string;
  shelf: Shelf;
  id: string;
  /** Milliseconds since 1970, in the clear: what is too old goes without being read. */
  at: number;
}

const HOUR = 3_600_000;
/** A carried list is good for three days, work that nobody came back for for thirty. */
const LIFETIME: Record<Shelf, number> = {
  list: 72 * HOUR,
  draft: 720 * HOUR,
  outbox: 720 * HOUR,
  refused: 720 * HOUR,
};

const NOTHING: Vault = {
  available: false,
  put: async () => {},
  get: async () => null,
  list: async () => [],
  remove: async () => {},
  wipe: async () => {},
};

const place = (row: Pick<Row, "officer" | "shelf" | "id">) => [row.officer, row.shelf, row.id];
/** Arrays sort after texts, so the bound lies behind every id. */
const within = (...prefix: string[]) => IDBKeyRange.bound(prefix, [...prefix, []]);

const rowsOf = (database: IDBDatabase, mode: IDBTransactionMode) => {
  const transaction = database.transaction(ROWS, mode);
  return { transaction, rows: transaction.objectStore(ROWS) };
};

/** Of every officer, also of those who won't sign in here again. */
async function dropOld(database: IDBDatabase, now: number): Promise<void> {
  const { transaction, rows } = rowsOf(database, "readwrite");
  const all: Row[] = await settled(rows.getAll());
  for (const row of all) if (now - row.at > LIFETIME[row.shelf]) rows.delete(place(row));
  await complete(transaction);
}

async function wipeRows(database: IDBDatabase, officer: string | null): Promise<void> {
  const transaction = database.transaction([ROWS, KEYS], "readwrite");
  if (officer === null) {
    transaction.objectStore(ROWS).clear();
    transaction.objectStore(KEYS).clear();
  } else {
    transaction.objectStore(ROWS).delete(within(officer));
    transaction.objectStore(KEYS).delete(officer);
  }
  await complete(transaction);
  tellVaultChanged();
}

function reading(database: IDBDatabase, officer: string): Pick<Vault, "get" | "list"> {
  async function opened<T>(rows: Row[]): Promise<{ id: string; value: T }[]> {
    const key = rows.length > 0 ? await findKey(database, officer) : null;
    if (!key) return [];
    const values = rows.map(async (row) => ({
      id: row.id,
      value: await unseal<T>(key, place(row), row),
    }));
    return (await Promise.all(values)).flatMap(({ id, value }) =>
      value === null ? [] : [{ id, value }],
    );
  }
  return {
    async get<T>(shelf: Shelf, id: string) {
      const { rows } = rowsOf(database, "readonly");
      const row: Row | undefined = await settled(rows.get([officer, shelf, id]));
      const [found] = await opened<T>(row ? [row] : []);
      return found?.value ?? null;
    },
    async list<T>(shelf: Shelf) {
      const { rows } = rowsOf(database, "readonly");
      return opened<T>(await settled<Row[]>(rows.getAll(within(officer, shelf))));
    },
  };
}

function writing(database: IDBDatabase, officer: string): Pick<Vault, "put" | "remove"> {
  return {
    async put(shelf, id, value) {
      const key = await keyOf(database, officer);
      const where = { officer, shelf, id };
      const row: Row = { ...where, at: Date.now(), ...(await seal(key, place(where), value)) };
      const { transaction, rows } = rowsOf(database, "readwrite");
      rows.put(row);
      await complete(transaction);
      tellVaultChanged();
    },
    async remove(shelf, id) {
      const { transaction, rows } = rowsOf(database, "readwrite");
      rows.delete([officer, shelf, id]);
      await complete(transaction);
      tellVaultChanged();
    },
  };
}

async function reach(): Promise<IDBDatabase | null> {
  // Over plain HTTP a browser hides `crypto.subtle`; nothing is kept rather than kept in the clear.
  if (typeof indexedDB === "undefined" || !globalThis.crypto?.subtle) return null;
  return openDatabase().catch(() => null);
}

/** The vault of one officer in this browser. Another officer's is another, and can't be read. */
export async function openVault(officerId: string): Promise<Vault> {
  const database = await reach();
  if (!database) return NOTHING;
  await dropOld(database, Date.now());
  return {
    available: true,
    ...reading(database, officerId),
    ...writing(database, officerId),
    wipe: () => wipeRows(database, officerId),
  };
}

/** Everybody's, for a device that is given away. */
export async function wipeAll(): Promise<void> {
  const database = await reach();
  if (!database) return;
  await wipeRows(database, null);
  database.close();
}
