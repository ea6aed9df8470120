import { REMOTE_PAGES } from '@plaza/contracts/remotes';
import { paths } from '@plaza/navigation/paths';
import { describe, expect, it } from 'vitest';
import { PAGE_ROUTES } from '../routes.ts';
import { matchRoute } from './match-route.ts';

const pageOf = (href: string) => matchRoute(new URL(href, 'https://plaza.test').pathname)?.page;

describe('the routes', () => {
  it('know every link that the shop can make', () => {
    const id = '0190d3c8-0000-7000-8000-000000000001';
    expect({
      home: pageOf(paths.home()),
      category: pageOf(paths.category('audio', { page: 2 })),
      search: pageOf(paths.search('usb')),
      store: pageOf(paths.store('north-audio')),
      product: pageOf(paths.product('phone')),
      cart: pageOf(paths.cart()),
      checkout: pageOf(paths.checkout()),
      confirmation: pageOf(paths.confirmation(id)),
      signIn: pageOf(paths.signIn('/cart')),
      register: pageOf(paths.register()),
      orders: pageOf(paths.orders()),
      order: pageOf(paths.order(id)),
      receipt: pageOf(paths.receipt(id)),
      verifyReceipt: pageOf(paths.verifyReceipt()),
      dashboard: pageOf(paths.sellerDashboard()),
      listings: pageOf(paths.sellerListings()),
      newListing: pageOf(paths.sellerNewListing()),
      listing: pageOf(paths.sellerListing(id)),
      sellerOrders: pageOf(paths.sellerOrders()),
      adminOverview: pageOf(paths.adminOverview()),
      adminPeople: pageOf(paths.adminPeople()),
      adminPerson: pageOf(paths.adminPerson(id)),
      adminAudit: pageOf(paths.adminAudit()),
    }).toEqual({
      home: 'catalog/home',
      category: 'catalog/search',
      search: 'catalog/search',
      store: 'catalog/search',
      product: 'catalog/product',
      cart: 'checkout/cart',
      checkout: 'checkout/checkout',
      confirmation: 'checkout/confirmation',
      signIn: 'account/sign-in',
      register: 'account/register',
      orders: 'account/orders',
      order: 'account/order',
      receipt: 'account/receipt',
      verifyReceipt: 'account/verify-receipt',
      dashboard: 'seller/dashboard',
      listings: 'seller/listings',
      newListing: 'seller/listing',
      listing: 'seller/listing',
      sellerOrders: 'seller/orders',
      adminOverview: 'admin/overview',
      adminPeople: 'admin/people',
      adminPerson: 'admin/person',
      adminAudit: 'admin/audit',
    });
  });

  it('show every page that a remote offers', () => {
    expect(new Set(PAGE_ROUTES.map(({ page }) => page))).toEqual(new Set(REMOTE_PAGES));
  });

  it('take a fixed path before one with a parameter', () => {
    expect(matchRoute('/selling/listings/new')?.path).toBe('/selling/listings/new');
  });

  it('let a CDN keep public pages only', () => {
    for (const { access, sharedMaxAgeSeconds } of PAGE_ROUTES) {
      expect(sharedMaxAgeSeconds !== undefined).toBe(access === 'public');
    }
  });
});
