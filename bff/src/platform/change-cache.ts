import { LRUCache } from 'lru-cache';
import type { ChangeFeed } from './change-feed.ts';

/** What was read a moment ago, by key. */
export interface ChangeCache<Value extends object> {
  /** What is kept, or what `find` answers now, which is kept unless it is null. */
  read(key: string, find: () => Promise<Value | null>): Promise<Value | null>;
}

interface CacheRules<Value> {
  maxEntries: number;
  ttlMs: number;
  /** Whether what has changed, as `ChangeFeed` names it, may be part of an entry. */
  isAbout(subject: string, key: string, value: Value): boolean;
}

/**
 * Keeps what is read until it changes, whoever changes it in whichever process. While changes may be missed it keeps
 * nothing; what was read before a change is not kept after it.
 */
export function createChangeCache<Value extends object>(
  changes: ChangeFeed,
  { maxEntries, ttlMs, isAbout }: CacheRules<Value>,
): ChangeCache<Value> {
  const entries = new LRUCache<string, Value>({ max: maxEntries, ttl: ttlMs });
  let forgotten = 0;
  changes.onChange((subject) => {
    forgotten += 1;
    if (subject === null) return entries.clear();
    for (const [key, value] of entries) if (isAbout(subject, key, value)) entries.delete(key);
  });
  return {
    read: async (key, find) => {
      const kept = changes.isDeaf() ? undefined : entries.get(key);
      if (kept) return kept;
      const mark = forgotten;
      const found = await find();
      if (found && !changes.isDeaf() && mark === forgotten) entries.set(key, found);
      return found;
    },
  };
}
