import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paths, safeReturnTo } from './paths.ts';

describe('a path', () => {
  it('names every page', () => {
    const id = '0190d3c8-0000-7000-8000-000000000001';
    const all = [
      paths.home(),
      paths.category('usb-c-cables', { minPrice: 10 }),
      paths.search('usb c & hdmi', { sort: 'newest', page: undefined }),
      paths.store('north-audio'),
      paths.product('headphones'),
      paths.cart(),
      paths.checkout(),
      paths.confirmation(id),
      paths.signIn(),
      paths.signIn('/orders?page=2'),
      paths.register('/cart'),
      paths.orders(),
      paths.order(id),
      paths.sellerDashboard({ days: 7 }),
      paths.sellerListings(),
      paths.sellerNewListing(),
      paths.sellerListing(id),
      paths.sellerOrders({ status: 'paid' }),
      paths.adminOverview(),
      paths.adminPeople({ role: 'seller' }),
      paths.adminPerson(id),
      paths.adminAudit(),
    ];
    expect(all).toMatchInlineSnapshot(`
      [
        "/",
        "/category/usb-c-cables?minPrice=10",
        "/search?q=usb+c+%26+hdmi&sort=newest",
        "/store/north-audio",
        "/product/headphones",
        "/cart",
        "/checkout",
        "/checkout/confirmation/0190d3c8-0000-7000-8000-000000000001",
        "/sign-in",
        "/sign-in?returnTo=%2Forders%3Fpage%3D2",
        "/register?returnTo=%2Fcart",
        "/orders",
        "/orders/0190d3c8-0000-7000-8000-000000000001",
        "/selling?days=7",
        "/selling/listings",
        "/selling/listings/new",
        "/selling/listings/0190d3c8-0000-7000-8000-000000000001",
        "/selling/orders?status=paid",
        "/admin",
        "/admin/people?role=seller",
        "/admin/people/0190d3c8-0000-7000-8000-000000000001",
        "/admin/audit",
      ]
    `);
  });

  it('keeps what it is given in one segment, whatever that is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (slug) => {
        const { pathname } = new URL(paths.product(`p${slug}`), 'https://plaza.test');
        expect(pathname.split('/')).toHaveLength(3);
        expect(decodeURIComponent(pathname.slice('/product/'.length))).toBe(`p${slug}`);
      }),
    );
  });
});

describe('the way back after signing in', () => {
  it.each(['/orders', '/checkout?step=2', '/orders/1#status'])('is %s', (returnTo) => {
    expect(safeReturnTo({ returnTo })).toBe(returnTo);
  });

  it.each([
    undefined,
    '',
    'orders',
    '//evil.test',
    '/\\evil.test',
    'https://evil.test',
    '/\t/evil.test',
    '/\n/evil.test',
    'javascript:alert(1)',
  ])('is never %j', (returnTo) => {
    expect(safeReturnTo(returnTo === undefined ? {} : { returnTo })).toBe('/');
  });

  it('stays on this origin, whatever is asked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (returnTo) => {
        const target = new URL(safeReturnTo({ returnTo: `/${returnTo}` }), 'https://plaza.test');
        expect(target.origin).toBe('https://plaza.test');
      }),
    );
  });
});
