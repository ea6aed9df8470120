import { describe, expect, it } from 'vitest';
import { parseOverride, readOverrides, signOverrides } from './overrides.ts';

const V = '0123456789abcdef';
const secret = 'a secret of this market';
const nowMs = Date.parse('2026-11-21T12:00:00Z');

describe('an override', () => {
  it('names a frontend and one of its releases, or that it is off', () => {
    expect(parseOverride(`catalog@${V}`)).toEqual(['catalog', V]);
    expect(parseOverride('catalog@off')).toEqual(['catalog', 'off']);
    for (const text of ['', 'catalog', 'catalog@1', '@off', `a/b@${V}`, `catalog@${V}@off`, `Catalog@${V}`])
      expect(parseOverride(text), text).toBeNull();
  });

  it('may name a build on the machine of whoever looks, and on no other', () => {
    expect(parseOverride('catalog@localhost:5190')).toEqual(['catalog', 'localhost:5190']);
    for (const place of [
      'localhost',
      'localhost:0',
      'localhost:123456',
      'localhost.evil.test:80',
      'evil.test:80',
    ])
      expect(parseOverride(`catalog@${place}`), place).toBeNull();
    for (const place of [
      '//localhost:80',
      'http://localhost:80',
      'localhost:80/x',
      'localhost:80; script-src *',
    ])
      expect(parseOverride(`catalog@${place}`), place).toBeNull();
    const overrides = new Map([['catalog', 'localhost:5190']]);
    expect(readOverrides(signOverrides(overrides, secret, nowMs), secret, nowMs)).toEqual(overrides);
  });

  it('holds for some hours, in the browser that was given it', () => {
    const overrides = new Map([
      ['catalog', V],
      ['checkout', 'off'],
    ]);
    const cookie = signOverrides(overrides, secret, nowMs);
    expect(readOverrides(cookie, secret, nowMs + 60_000)).toEqual(overrides);
    expect(readOverrides(cookie, secret, nowMs + 2 * 3_600_000).size).toBe(0);
    expect(readOverrides(cookie.replace('off', V), secret, nowMs).size).toBe(0);
    expect(readOverrides(undefined, secret, nowMs).size).toBe(0);
  });
});
