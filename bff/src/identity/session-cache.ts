import { LRUCache } from 'lru-cache';
import type { ChangeFeed } from '../platform/change-feed.ts';
import type { SessionRecord } from './session.repository.ts';

const MAX_ENTRIES = 20_000;
const TTL_MS = 30_000;

/** Sessions as they were read a moment ago, so that a request of somebody who is signed in costs no statement. */
interface SessionCache {
  get(tokenHash: string): SessionRecord | undefined;
  /** Changes with everything that is forgotten; what was read before is not kept after. */
  mark(): number;
  set(tokenHash: string, record: SessionRecord, mark: number): void;
}

/** Forgets what changes, whoever changes it, when that is committed. While changes may be missed it answers nothing. */
export function createSessionCache(changes: ChangeFeed): SessionCache {
  const entries = new LRUCache<string, SessionRecord>({ max: MAX_ENTRIES, ttl: TTL_MS });
  let forgotten = 0;
  changes.onChange((subject) => {
    forgotten += 1;
    if (subject === null) return entries.clear();
    const [kind, id = ''] = subject.split(':');
    if (kind === 'session') entries.delete(id);
    if (kind === 'account') {
      for (const [key, { account }] of entries) if (account.id === id) entries.delete(key);
    }
  });
  return {
    get: (tokenHash) => (changes.isDeaf() ? undefined : entries.get(tokenHash)),
    mark: () => forgotten,
    set: (tokenHash, record, mark) => {
      if (!changes.isDeaf() && mark === forgotten) entries.set(tokenHash, record);
    },
  };
}
