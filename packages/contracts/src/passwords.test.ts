import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWeakness, newPasswordSchema, normalisePassword, repeatedUnit } from './passwords.ts';

const OWN = ['ada.lovelace@analytical.test', 'Ada King Lovelace', 'Engine & Sons'];
const codeOf = (password: string) => findWeakness(password, OWN)?.code ?? null;

describe('a password that is too easy to guess', () => {
  it.each([
    ['aaaaaaaaaaaa', 'repetition'],
    ['abcabcabcabc', 'repetition'],
    ['aaaaabbbbbccccc', 'repetition'],
    ['qwertyuiop', 'keyboard_run'],
    ['POIUYTREWQ', 'keyboard_run'],
    ['1qaz2wsx3edc', 'keyboard_run'],
    ['abcdefghij', 'keyboard_run'],
    ['9876543210', 'keyboard_run'],
    ['asdfghjkl2026', 'keyboard_run'],
    ['ada.lovelace1', 'own_words'],
    ['AdaLovelace!', 'own_words'],
    ['l0vel4ce2026', 'own_words'],
    ['Lovelace!2026', 'own_words'],
    ['analytical-99', 'own_words'],
    ['engineandsons', 'own_words'],
    ['enginesons', 'own_words'],
    ['plaza12345', 'own_words'],
    ['ｑｗｅｒｔｙｕｉｏｐ', 'keyboard_run'],
  ])('%s: %s', (password, code) => {
    expect(codeOf(password)).toBe(code);
  });
});

describe('a password that is not', () => {
  it.each([
    'correct horse battery',
    'plaza-demo-2026',
    'tr0ub4dor and three',
    'кот ест рыбу ночью',
    '猫が夜に魚を食べる時間',
    'ada4Xk9#qpw',
    'lovelace wrote programs for machines',
    '🐈🐟🌙🍽️🚪🪟🧦📚🎈🎻',
  ])('%s', (password) => {
    expect(codeOf(password)).toBeNull();
  });

  it('is any that somebody drew from a hundred thousand words, four times', () => {
    const word = fc.string({ unit: fc.constantFrom(...'bcfghkmnprtvwx'), minLength: 4, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 4, maxLength: 6 }), (words) => {
        fc.pre(new Set(words.join('')).size > 8);
        expect(findWeakness(words.join(' '), [])).toBeNull();
      }),
    );
  });
});

describe('looking for weakness', () => {
  it('ends, for whatever is typed', () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 1_000 });
    fc.assert(
      fc.property(anyText, fc.array(anyText, { maxLength: 4 }), (text, own) => void findWeakness(text, own)),
    );
  });

  it('finds what repeats', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 6 }),
        fc.integer({ min: 2, max: 9 }),
        (unit, times) => {
          const found = repeatedUnit(unit.repeat(times));
          expect(found?.length).toBeLessThanOrEqual(unit.length);
          expect(findWeakness(unit.repeat(times), [])?.code).toBe('repetition');
        },
      ),
    );
  });
});

describe('a new password', () => {
  const isTaken = (password: string) => newPasswordSchema.safeParse(password).success;
  it('has ten to two hundred characters, as people count them', () => {
    expect(isTaken('a'.repeat(9))).toBe(false);
    expect(isTaken('a'.repeat(10))).toBe(true);
    expect(isTaken('a'.repeat(200))).toBe(true);
    expect(isTaken('a'.repeat(201))).toBe(false);
    expect(isTaken('🐈'.repeat(9))).toBe(false);
    expect(isTaken('🐈'.repeat(200))).toBe(true);
    expect(isTaken('e\u0301'.repeat(200))).toBe(true);
    expect(isTaken('e\u0301'.repeat(9))).toBe(false);
  });

  it('may consist of anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 10, maxLength: 200 }), (password) => {
        const length = [...normalisePassword(password)].length;
        expect(isTaken(password)).toBe(length >= 10 && length <= 200);
      }),
    );
  });
});
