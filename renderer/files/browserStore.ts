/** Things of this browser that are no text, such as its handles of files. Where it keeps none, nothing is found again. */
const NAME = 'shuurai';
const STORES = ['handles', 'recent'] as const;
type StoreName = (typeof STORES)[number];

let database: Promise<IDBDatabase> | null = null;

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });

function openDatabase(): Promise<IDBDatabase> {
  database ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.addEventListener('upgradeneeded', () => {
      for (const name of STORES) request.result.createObjectStore(name);
    });
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
  return database;
}

const storeOf = async (name: StoreName, mode: IDBTransactionMode): Promise<IDBObjectStore> =>
  (await openDatabase()).transaction(name, mode).objectStore(name);

export async function keepValue(name: StoreName, key: string, value: unknown): Promise<void> {
  await done((await storeOf(name, 'readwrite')).put(value, key));
}

export async function forgetValue(name: StoreName, key: string): Promise<void> {
  await done((await storeOf(name, 'readwrite')).delete(key));
}

/** Everything kept there, by key. What it is must be looked at: another version may have written it. */
export async function keptValues(name: StoreName): Promise<ReadonlyMap<string, unknown>> {
  const store = await storeOf(name, 'readonly');
  const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
  return new Map(keys.map((key, index) => [String(key), values[index] as unknown])); // the database says `any`
}
