import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { OUTBOX_NAME } from './delete-outbox.ts';

/** An event as it is sent: built once, the same for every attempt. */
export interface OutboxEvent {
  uuid: string;
  event: string;
  /** ISO 8601, by this device's clock. */
  timestamp: string;
  properties: Readonly<Record<string, unknown>>;
}

interface Schema extends DBSchema {
  events: { key: string; value: OutboxEvent };
}

/** Where events outlive their page. Nothing here throws: without a database they live as long as the page. */
export interface OutboxStore {
  /** In the order of their making, because ids begin with the time. */
  list(): Promise<OutboxEvent[]>;
  put(event: OutboxEvent): void;
  remove(uuids: readonly string[]): void;
  clear(): void;
}

/** Opens the store of this device. Resolves in any case. */
export async function openOutboxStore(): Promise<OutboxStore> {
  const database = await openDatabase();
  const write = (work: (events: Writable) => void): void => {
    try {
      const transaction = database?.transaction('events', 'readwrite', { durability: 'relaxed' });
      if (!transaction) return;
      transaction.done.catch(() => undefined);
      work(transaction.store);
      // Not left to the event loop, which a closing page does not have any more.
      transaction.commit();
    } catch {
      // Closed because another tab has deleted it.
    }
  };
  return {
    list: async () => (await database?.getAll('events').catch(() => [])) ?? [],
    put: (event) => write((events) => void events.put(event).catch(() => undefined)),
    remove: (uuids) =>
      write((events) => {
        for (const uuid of uuids) events.delete(uuid).catch(() => undefined);
      }),
    clear: () => write((events) => void events.clear().catch(() => undefined)),
  };
}

interface Writable {
  put(event: OutboxEvent): Promise<unknown>;
  delete(uuid: string): Promise<unknown>;
  clear(): Promise<unknown>;
}

async function openDatabase(): Promise<IDBPDatabase<Schema> | null> {
  try {
    return await openDB<Schema>(OUTBOX_NAME, 1, {
      upgrade: (database) => void database.createObjectStore('events', { keyPath: 'uuid' }),
      // Somebody deletes it: an open connection would stand in the way.
      blocking: (_current, _next, event) => {
        if (event.target instanceof IDBDatabase) event.target.close();
      },
    });
  } catch {
    return null;
  }
}
