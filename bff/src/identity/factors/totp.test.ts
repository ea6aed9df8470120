import { recoveryCodeSchema, shortCodeSchema } from '@plaza/contracts';
import fc from 'fast-check';
import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { drawQr, findTotpStep, groupKey, newTotpSecret, totpUri } from './totp.ts';

const STEP_MS = 30_000;
const SECRET = newTotpSecret();
const codeAt = (ms: number) => new TOTP({ secret: Secret.fromBase32(SECRET) }).generate({ timestamp: ms });
const moment = fc.integer({ min: 1_700_000_000_000, max: 4_000_000_000_000 });

describe('a code of an app', () => {
  it('is of the step in which it was shown, up to one step before or after', () => {
    fc.assert(
      fc.property(moment, fc.constantFrom(-1, 0, 1), (now, drift) => {
        const shownAt = now + drift * STEP_MS;
        expect(findTotpStep(SECRET, codeAt(shownAt), new Date(now))).toBe(Math.floor(shownAt / STEP_MS));
      }),
    );
  });

  it('is of no step when it is older or newer', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 2, max: 5_000 }), fc.boolean(), (now, steps, isOld) => {
        const near = [-1, 0, 1].map((drift) => codeAt(now + drift * STEP_MS));
        const code = codeAt(now + (isOld ? -steps : steps) * STEP_MS);
        fc.pre(!near.includes(code));
        expect(findTotpStep(SECRET, code, new Date(now))).toBeNull();
      }),
    );
  });

  it('is what authenticators compute: the vector of RFC 6238, in six digits', () => {
    const secret = Secret.fromLatin1('12345678901234567890').base32;
    expect(findTotpStep(secret, '287082', new Date(59_000))).toBe(1);
  });
});

describe('what an app is set up with', () => {
  it('is 160 random bits, with the issuer and the address', () => {
    const uri = new URL(totpUri(SECRET, 'pat+shop@plaza.test'));
    expect(decodeURIComponent(uri.pathname)).toBe('/Plaza:pat+shop@plaza.test');
    expect(uri.searchParams.get('secret')).toBe(SECRET);
    expect(Secret.fromBase32(SECRET).bytes).toHaveLength(20);
    expect(newTotpSecret()).not.toBe(SECRET);
    expect(groupKey(SECRET)).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
  });

  it('is drawn within its square', () => {
    const { size, path } = drawQr(totpUri(SECRET, 'pat@plaza.test'));
    const places = [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => [Number(x), Number(y)]);
    expect(places.length).toBeGreaterThan(100);
    expect(Math.min(...places.flat())).toBe(4);
    expect(Math.max(...places.flat())).toBe(size - 5);
  });
});

describe('codes as people type them', () => {
  it('six digits count with and without spaces, and nothing else does', () => {
    expect(shortCodeSchema.parse(' 123 456 ')).toBe('123456');
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const parsed = shortCodeSchema.safeParse(text);
        expect(parsed.success).toBe(text.length <= 40 && /^\d{6}$/.test(text.replace(/\s/g, '')));
      }),
    );
  });

  it('a recovery code counts in any case, with what is mistaken for something else', () => {
    expect(recoveryCodeSchema.parse('4f7kq9-xw2mhb')).toBe('4F7KQ9XW2MHB');
    expect(recoveryCodeSchema.parse('O1I l0 - vu234ab')).toBe('01110VV234AB');
  });
});
