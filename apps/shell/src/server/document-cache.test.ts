import { expect, it } from 'vitest';
import { DocumentCache } from './document-cache.ts';

it('keeps a document while what it was made of stays the same', () => {
  const cache = new DocumentCache<string>();
  cache.keep('/', '{"stock":3}', 'three left');
  expect(cache.find('/', '{"stock":3}')).toBe('three left');
  expect(cache.find('/', '{"stock":2}')).toBeUndefined();
  expect(cache.find('/other', '{"stock":3}')).toBeUndefined();
});

it('forgets what was not asked for longest', () => {
  const cache = new DocumentCache<number>();
  for (let page = 0; page < 300; page += 1) cache.keep(`/${page}`, '', page);
  expect(cache.find('/0', '')).toBe(0);
  cache.keep('/one-more', '', 300);
  expect(cache.find('/0', '')).toBe(0);
  expect(cache.find('/1', '')).toBeUndefined();
});
