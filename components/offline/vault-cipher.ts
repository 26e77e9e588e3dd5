import { complete, KEYS, settled } from "./vault-database";

export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

const AES = { name: "AES-GCM", length: 256 };

/** Where a value lies is sealed with it, so that a row moved to another place no longer opens. */
const place = (where: readonly string[]) => new TextEncoder().encode(JSON.stringify(where));

export async function findKey(database: IDBDatabase, officer: string): Promise<CryptoKey | null> {
  const keys = database.transaction(KEYS).objectStore(KEYS);
  const known: CryptoKey | undefined = await settled(keys.get(officer));
  return known ?? null;
}

/** The officer's key, made on first use. It can't be taken out of the browser, by this code neither. */
export async function keyOf(database: IDBDatabase, officer: string): Promise<CryptoKey> {
  const known = await findKey(database, officer);
  if (known) return known;
  const made = await crypto.subtle.generateKey(AES, false, ["encrypt", "decrypt"]);
  const transaction = database.transaction(KEYS, "readwrite");
  const keys = transaction.objectStore(KEYS);
  // Looked for again in the transaction that writes: two tabs must end with the same key.
  const other: CryptoKey | undefined = await settled(keys.get(officer));
  if (!other) keys.put(made, officer);
  await complete(transaction);
  return other ?? made;
}

export async function seal(
  key: CryptoKey,
  where: readonly string[],
  value: unknown,
): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const name = AES.name;
  const data = await crypto.subtle.encrypt({ name, iv, additionalData: place(where) }, key, bytes);
  return { iv, data };
}

/** Null when the key is another, or the row isn't where it was put. */
export async function unseal<T>(
  key: CryptoKey,
  where: readonly string[],
  sealed: Sealed,
): Promise<T | null> {
  const { iv, data } = sealed;
  const name = AES.name;
  try {
    const bytes = await crypto.subtle.decrypt(
      { name, iv, additionalData: place(where) },
      key,
      data,
    );
    return JSON.parse(new TextDecoder().decode(bytes)) as T;
  } catch {
    return null;
  }
}
