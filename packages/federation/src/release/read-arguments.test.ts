import { describe, expect, it } from 'vitest';
import { readArguments, readAudience } from './read-arguments.ts';

const read = (...args: string[]) => readArguments(args, ['catalog', 'checkout']);

describe('the release command', () => {
  it('takes one frontend, by its name or by its folder', () => {
    const expected = {
      frontend: 'catalog',
      audience: null,
      note: undefined,
      removePages: false,
      dryRun: false,
    };
    expect(read('catalog-mfe')).toEqual(expected);
    expect(read('catalog', '--note', ' ')).toEqual(expected);
    expect(() => read('cart')).toThrow('Name one frontend: catalog-mfe, checkout-mfe.');
    expect(() => read('catalog', 'checkout')).toThrow('Name one frontend');
    expect(() => read('catalog', '--note', 'x'.repeat(201))).toThrow('--note takes at most 200');
  });

  it.each([
    ['10%', { kind: 'share', percent: 10 }],
    ['internal', { kind: 'internal' }],
    ['countries:DE,FR:50%', { kind: 'countries', countries: ['DE', 'FR'], percent: 50 }],
    ['countries:DE', { kind: 'countries', countries: ['DE'], percent: 100 }],
    ['new:20%', { kind: 'newVisitors', percent: 20 }],
    ['new', { kind: 'newVisitors', percent: 100 }],
  ])('gives a canary to %s', (text, audience) => expect(readAudience(text)).toEqual(audience));

  it.each([
    '',
    '0%',
    '100%',
    '10',
    'all',
    'countries:',
    'countries:de',
    'countries:DEU:5%',
    'new:0%',
    'new:',
  ])('knows no audience %j', (text) => expect(() => readAudience(text)).toThrow('--canary takes'));
});
