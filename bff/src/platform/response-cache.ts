import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { PubSub } from './pubsub.ts';

/** An answer ready to be sent: encoded once, not with every request. */
export interface CachedAnswer {
  body: Uint8Array<ArrayBuffer>;
  headers: Readonly<Record<string, string>>;
  etag: string;
}

/** Answers of public queries, kept by URL ahead of tRPC. Bounded; forgotten by tag after a write. */
export interface ResponseCache {
  get(key: string): CachedAnswer | undefined;
  /** Taken before reading and handed to `set`, so that an answer which a write has overtaken is not kept. */
  mark(): number;
  set(
    key: string,
    body: string,
    options: { ttlMs: number; tags: readonly string[]; mark: number },
  ): CachedAnswer;
  /** Drops every answer that carries one of the tags, here at once and in other processes within milliseconds. */
  forget(tags: readonly string[]): void;
  /** Sends at once what other processes have yet to be told; for a process that is about to end. */
  flush(): Promise<void>;
}

const MAX_ENTRIES = 5_000;
const MAX_BYTES = 64 * 1024 * 1024;
const MAX_FORGOTTEN_TAGS = 20_000;
/** Browsers ask again each time, with the tag they have; a CDN may answer for a moment on its own. */
const CACHE_CONTROL = 'public, max-age=0, s-maxage=5, stale-while-revalidate=30';
const TOPIC = 'response-cache';
const BROADCAST_DELAY_MS = 5;
const tagsSchema = z.array(z.string());

/**
 * Keeps answers in this process. An answer takes no trip to Redis, which would cost more than most of what is saved;
 * processes tell each other over `pubsub` what to forget, and forget everything when they may have missed that.
 */
export async function createResponseCache(pubsub: PubSub): Promise<ResponseCache> {
  const keysByTag = new Map<string, Set<string>>();
  const entries = new LRUCache<string, CachedAnswer & { tags: readonly string[] }>({
    max: MAX_ENTRIES,
    maxSize: MAX_BYTES,
    sizeCalculation: (entry) => entry.body.length + 1_000,
    dispose: (entry, key) => {
      for (const tag of entry.tags) unlink(tag, key);
    },
  });
  const unlink = (tag: string, key: string) => {
    const keys = keysByTag.get(tag);
    keys?.delete(key);
    if (keys?.size === 0) keysByTag.delete(tag);
  };

  // When each tag was last forgotten, as a count of forgettings. `floor` stands for all tags that fell out of it.
  let count = 0;
  let floor = 0;
  const forgottenAt = new LRUCache<string, number>({
    max: MAX_FORGOTTEN_TAGS,
    dispose: (at, _tag, reason) => {
      if (reason === 'evict') floor = Math.max(floor, at);
    },
  });
  const forgetHere = (tags: readonly string[]) => {
    count += 1;
    for (const tag of tags) {
      forgottenAt.set(tag, count);
      for (const key of [...(keysByTag.get(tag) ?? [])]) entries.delete(key);
    }
  };

  let toBroadcast = new Set<string>();
  const broadcast = async () => {
    const tags = [...toBroadcast];
    toBroadcast = new Set();
    if (tags.length > 0) await pubsub.publish(TOPIC, tags);
  };
  await pubsub.subscribe(TOPIC, (message) => {
    const tags = tagsSchema.safeParse(message);
    if (tags.success) forgetHere(tags.data);
  });
  pubsub.onGap(() => {
    count += 1;
    floor = count;
    entries.clear();
  });

  return {
    get: (key) => entries.get(key),
    mark: () => count,
    set: (key, body, { ttlMs, tags, mark }) => {
      const bytes = new Uint8Array(Buffer.from(body));
      const etag = etagOf(body);
      const headers = {
        'content-type': 'application/json',
        'content-length': String(bytes.length),
        'cache-control': CACHE_CONTROL,
        etag,
      };
      const answer = { body: bytes, headers, etag, tags };
      const isOvertaken = mark < floor || tags.some((tag) => (forgottenAt.get(tag) ?? 0) > mark);
      if (isOvertaken) return answer;
      entries.set(key, answer, { ttl: ttlMs });
      for (const tag of tags) {
        const keys = keysByTag.get(tag) ?? new Set();
        keys.add(key);
        keysByTag.set(tag, keys);
      }
      return answer;
    },
    forget: (tags) => {
      if (tags.length === 0) return;
      forgetHere(tags);
      if (toBroadcast.size === 0) setTimeout(() => void broadcast(), BROADCAST_DELAY_MS).unref();
      for (const tag of tags) toBroadcast.add(tag);
    },
    flush: broadcast,
  };
}

const etagOf = (body: string) => `"${createHash('sha1').update(body).digest('base64url')}"`;
