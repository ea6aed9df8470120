import { describe, expect, it } from 'vitest';
import { readServeArguments } from './read-serve-arguments.ts';

const read = (...args: string[]) => readServeArguments(args, ['catalog', 'checkout']);

describe('the arguments of npm run serve', () => {
  it('name one frontend, and a market and a port where others are meant', () => {
    expect(read('catalog-mfe')).toEqual({ frontend: 'catalog', shop: undefined, port: 5190 });
    expect(read('checkout', '--shop', 'https://plaza.test/cart?x', '--port', '6000')).toEqual({
      frontend: 'checkout',
      shop: 'https://plaza.test',
      port: 6000,
    });
  });

  it.each([
    [[], 'Name one frontend: catalog-mfe, checkout-mfe.'],
    [['gifts'], 'Name one frontend'],
    [['catalog', 'checkout'], 'Name one frontend'],
    [['catalog', '--shop', 'plaza'], '--shop takes an address'],
    [['catalog', '--shop', 'file:///etc'], '--shop takes an address'],
    [['catalog', '--port', '80'], '--port takes a number'],
    [['catalog', '--port', 'x'], '--port takes a number'],
  ])('are refused as %j', (args, problem) => {
    expect(() => read(...args)).toThrow(problem);
  });
});
