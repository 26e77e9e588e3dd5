export const ROWS = "rows";
export const KEYS = "keys";
const NAME = "portal-vault";

/** A request of IndexedDB as a promise. */
export function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** A transaction counts only when it is complete; a successful request may still be rolled back. */
export function complete(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
  });
}

/** Rejects where the browser refuses storage, as some do in private windows. */
export async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(ROWS, { keyPath: ["officer", "shelf", "id"] });
    request.result.createObjectStore(KEYS);
  };
  return settled(request).then((database) => {
    // Another tab that brings a later layout must not wait for this one.
    database.onversionchange = () => database.close();
    return database;
  });
}
