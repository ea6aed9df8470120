import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { countCommonPasswords, isCommonPassword } from './common-passwords.ts';

describe('the list of common passwords', () => {
  it('holds the hundred thousand most common and every longer one of the first million', () => {
    expect(countCommonPasswords()).toBe(209_668);
  });

  it.each([
    'password',
    'PASSWORD123',
    '1q2w3e4r5t',
    'manchester',
    'usuckballz1',
    'qwerty',
    '123456',
    'ｐａｓｓｗｏｒｄ',
  ])('knows %s', (password) => expect(isCommonPassword(password)).toBe(true));

  it.each(['manchester99', 'P@ssw0rd!!!!', 'sunshinesunshine', 'Dragon-2024'])(
    'knows %s as one of them with a little on it',
    (password) => expect(isCommonPassword(password)).toBe(true),
  );

  it('does not know what nobody else has', () => {
    expect(isCommonPassword('correct horse battery')).toBe(false);
    expect(isCommonPassword('plaza-demo-2026')).toBe(false);
    for (let time = 0; time < 2_000; time += 1)
      expect(isCommonPassword(randomBytes(12).toString('base64url'))).toBe(false);
  });
});
