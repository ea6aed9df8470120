import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openValue, signValue } from './signed-value.ts';

const key = { secret: 'a secret of this market', purpose: 'plaza_test' };
const nowMs = Date.parse('2026-11-21T12:00:00Z');
const sign = (value: string, expiresAtMs = nowMs + 60_000) => signValue({ ...key, value, expiresAtMs });

describe('a signed value', () => {
  it('comes back as it was signed, until it is too old', () => {
    const signed = sign('catalog@0123456789abcdef');
    expect(openValue({ ...key, signed, nowMs })).toBe('catalog@0123456789abcdef');
    expect(openValue({ ...key, signed, nowMs: nowMs + 60_000 })).toBeNull();
  });

  it('is worth nothing for another purpose or in another market', () => {
    const signed = sign('staff');
    expect(openValue({ ...key, purpose: 'plaza_other', signed, nowMs })).toBeNull();
    expect(openValue({ ...key, secret: 'another secret', signed, nowMs })).toBeNull();
    expect(openValue({ ...key, signed: undefined, nowMs })).toBeNull();
  });

  it('cannot be changed, at whatever place', () => {
    const signed = sign('staff');
    const changes = fc.tuple(fc.nat(signed.length - 1), fc.constantFrom(...'~0aZ_-'));
    fc.assert(
      fc.property(changes, ([place, character]) => {
        const changed = signed.slice(0, place) + character + signed.slice(place + 1);
        fc.pre(changed !== signed);
        // The last character of base64 has bits that say nothing.
        fc.pre(place !== signed.length - 1);
        expect(openValue({ ...key, signed: changed, nowMs })).toBeNull();
      }),
    );
  });
});
