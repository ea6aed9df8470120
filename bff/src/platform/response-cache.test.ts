import { pino } from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import { createPubSub, type PubSub } from './pubsub.ts';
import { createResponseCache, type ResponseCache } from './response-cache.ts';

let pubsub: PubSub;
let cache: ResponseCache;
beforeEach(async () => {
  pubsub = createPubSub(null, pino({ level: 'silent' }));
  cache = await createResponseCache(pubsub);
});

const put = (key: string, tags: string[], mark = cache.mark()) =>
  cache.set(key, `"${key}"`, { ttlMs: 60_000, tags, mark });
const has = (key: string) => cache.get(key) !== undefined;

describe('a kept answer', () => {
  it('is given out until one of its tags is forgotten', () => {
    put('/a', ['x', 'y']);
    put('/b', ['y']);
    cache.forget(['x']);
    expect([has('/a'), has('/b')]).toEqual([false, true]);
  });

  it('is sent as it was, with its length and a tag that stands for it', () => {
    const answer = put('/a', ['x']);
    expect(Buffer.from(answer.body).toString()).toBe('"/a"');
    expect(answer.headers).toMatchObject({ 'content-length': '4', etag: answer.etag });
    expect(put('/other', ['x']).etag).not.toBe(answer.etag);
  });

  it('is not kept when what it shows was written to while it was made', () => {
    const mark = cache.mark();
    cache.forget(['x']);
    put('/old', ['x'], mark);
    put('/unrelated', ['z'], mark);
    expect([has('/old'), has('/unrelated')]).toEqual([false, true]);
  });

  it('is not kept when so much was forgotten since that nobody knows what', () => {
    const mark = cache.mark();
    for (let batch = 0; batch < 30; batch += 1)
      cache.forget(Array.from({ length: 1_000 }, (_, index) => `tag ${batch} ${index}`));
    put('/old', ['x'], mark);
    expect(has('/old')).toBe(false);
    put('/new', ['x']);
    expect(has('/new')).toBe(true);
  });
});

describe('the cache', () => {
  it('is bounded, however many addresses are asked for', () => {
    for (let index = 0; index < 6_000; index += 1) put(`/page-${index}`, ['x']);
    expect([has('/page-0'), has('/page-5999')]).toEqual([false, true]);
  });

  it('forgets what another process says', async () => {
    put('/a', ['x']);
    await pubsub.publish('response-cache', ['x']);
    expect(has('/a')).toBe(false);
  });
});
