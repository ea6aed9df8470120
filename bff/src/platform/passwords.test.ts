import { randomBytes } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPasswords } from './passwords.ts';

const newPepper = (id: string) => ({ id, key: randomBytes(32) });
const [older, newer] = [newPepper('2025-11'), newPepper('2026-11')];
const withPeppers = (...peppers: ReturnType<typeof newPepper>[]) =>
  createPasswords({ PASSWORD_PEPPERS: peppers, PASSWORD_WORKERS: 2 });
const passwords = withPeppers(newer, older);
const [yesterday, elsewhere] = [withPeppers(older), withPeppers(newPepper('2026-11'))];

/** Everything that UTF-8 can write: NUL, emoji, combining marks. */
const anyPassword = fc.string({ unit: 'binary', minLength: 1, maxLength: 200 });
const FEW = { numRuns: 25 };
const RIGHT = { isRight: true, needsRehash: false };
const WRONG = { isRight: false, needsRehash: false };

describe('a password', () => {
  it('opens its own hash and no other, whole, whatever its characters', async () => {
    await fc.assert(
      fc.asyncProperty(anyPassword, anyPassword, async (password, other) => {
        const kept = await passwords.hash(password);
        expect(kept).toMatch(/^2026-11\$argon2id\$v=19\$m=19456,t=2,p=1\$[^$]+\$[^$]+$/);
        expect(await passwords.verify(kept, password)).toEqual(RIGHT);
        expect(await passwords.verify(kept, `${password}x`)).toEqual(WRONG);
        fc.pre(password.normalize('NFKC') !== other.normalize('NFKC'));
        expect(await passwords.verify(kept, other)).toEqual(WRONG);
      }),
      FEW,
    );
  });

  it('is the same however its characters are put together', async () => {
    await fc.assert(
      fc.asyncProperty(anyPassword, async (password) => {
        for (const form of ['NFC', 'NFD', 'NFKD'] as const)
          expect(await passwords.verify(await passwords.hash(password.normalize(form)), password)).toEqual(
            RIGHT,
          );
      }),
      { numRuns: 10 },
    );
  });

  it('has another hash each time', async () => {
    expect(await passwords.hash('correct horse')).not.toBe(await passwords.hash('correct horse'));
  });
});

describe('a pepper that rotates', () => {
  it('leaves every hash valid and asks for a new one where it is old', async () => {
    await fc.assert(
      fc.asyncProperty(anyPassword, async (password) => {
        const kept = await yesterday.hash(password);
        expect(await passwords.verify(kept, password)).toEqual({ isRight: true, needsRehash: true });
        expect(await passwords.verify(kept, `${password}x`)).toEqual(WRONG);
      }),
      FEW,
    );
  });

  it('opens nothing with another key of the same name', async () => {
    expect(await elsewhere.verify(await passwords.hash('correct horse'), 'correct horse')).toEqual(WRONG);
  });

  it('that was taken away too early is an error, not a wrong password', async () => {
    const kept = await passwords.hash('correct horse');
    await expect(yesterday.verify(kept, 'correct horse')).rejects.toThrow('2026-11');
  });
});

describe('a hash from before', () => {
  it.each([
    ['without a pepper', { memoryCost: 19_456, timeCost: 2, parallelism: 1 }, ''],
    ['of another cost', { memoryCost: 8_192, timeCost: 1, parallelism: 1, secret: newer.key }, '2026-11'],
  ])('%s is right and asks for a new one', async (_, options, pepperId) => {
    const kept = `${pepperId}${await hash('correct horse', options)}`;
    expect(await passwords.verify(kept, 'correct horse')).toEqual({ isRight: true, needsRehash: true });
    expect(await passwords.verify(kept, 'correct house')).toEqual(WRONG);
  });
});

describe('no account', () => {
  it('is opened by no password', async () => {
    expect(await passwords.verify(null, '')).toEqual(WRONG);
    expect(await passwords.verify(null, 'correct horse')).toEqual(WRONG);
  });
});

describe('more people than can be served', () => {
  it('are asked to come back, and those who were let in are served', async () => {
    const kept = await passwords.hash('correct horse');
    const outcomes = await Promise.allSettled(
      Array.from({ length: 80 }, () => passwords.verify(kept, 'correct horse')),
    );
    const served = outcomes.filter(({ status }) => status === 'fulfilled');
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(served).toHaveLength(2 + 64);
    expect(refused[0]).toMatchObject({ reason: { code: 'TOO_MANY_REQUESTS' } });
    expect(await passwords.verify(kept, 'correct horse')).toEqual(RIGHT);
  });
});
