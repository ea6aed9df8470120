import { paths } from '@plaza/navigation/paths';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { returnPath, returnPathFrom } from './return-to.ts';

describe('the address after signing in', () => {
  it('is the one that was asked for', () => {
    expect(returnPath({ returnTo: '/orders?page=2' })).toBe('/orders?page=2');
  });

  it.each([
    '//evil.test',
    '/\\evil.test',
    'https://evil.test',
    'javascript:alert(1)',
    '/\t/evil.test',
    'orders',
    '',
    '/sign-in?returnTo=/orders',
    '/register',
  ])('is home instead of %j', (returnTo) => {
    expect(returnPath({ returnTo })).toBe('/');
  });

  it('never leaves the shop', () => {
    const hostile = fc.array(
      fc.constantFrom('/', '\\', '\t', '\n', ':', '@', '.', 'evil.test', 'https', '%2f', '?'),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          hostile.map((parts) => parts.join('')),
        ),
        (returnTo) => {
          const origin = 'https://plaza.test';
          expect(new URL(returnPath({ returnTo }), origin).origin).toBe(origin);
        },
      ),
    );
  });

  it('is kept on the way from one form to the other', () => {
    expect(returnPathFrom('/cart')).toBe('/cart');
    expect(returnPathFrom(paths.signIn('/checkout'))).toBe('/checkout');
    expect(returnPathFrom('/register?returnTo=//evil.test')).toBe('/');
  });
});
