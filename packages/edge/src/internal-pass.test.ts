import { describe, expect, it } from 'vitest';
import { isInternalPass, signInternalPass } from './internal-pass.ts';

const secret = 'a secret of the processes';
const now = new Date('2026-11-21T12:00:00Z');
const later = new Date('2026-12-21T12:00:00Z');
const pass = signInternalPass(secret, later);

describe('a pass for internal canaries', () => {
  it('holds until it ends', () => {
    expect(pass).toHaveLength(43);
    expect(isInternalPass(secret, pass, now)).toBe(true);
    expect(isInternalPass(secret, pass, later)).toBe(false);
  });
  it('is not taken when it is absent, made up, prolonged or of another market', () => {
    const prolonged = `1999999999${pass.slice(10)}`;
    for (const value of [undefined, '', '1', prolonged, `${pass}A`, `${pass.slice(0, -1)}_`])
      expect(isInternalPass(secret, value, now)).toBe(false);
    expect(isInternalPass('another secret', pass, now)).toBe(false);
  });
});
