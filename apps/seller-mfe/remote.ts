import type { Declaration } from '@plaza/federation/declaration';

/** What this frontend is; paths are built with `paths` of @plaza/navigation, in the same words. */
export default {
  name: 'seller',
  title: 'Selling',
  team: 'Sellers',
  pages: [
    { path: '/selling', expose: 'dashboard', access: 'private' },
    { path: '/selling/listings', expose: 'listings', access: 'private' },
    { path: '/selling/listings/new', expose: 'listing', access: 'private' },
    { path: '/selling/listings/$productId', expose: 'listing', access: 'private' },
    { path: '/selling/orders', expose: 'orders', access: 'private' },
    { path: '/selling/team', expose: 'team', access: 'private' },
    { path: '/selling/team/join', expose: 'join-team', access: 'private' },
    { path: '/selling/reports/stop', expose: 'stop-report', access: 'private' },
  ],
  slots: [],
  uses: ['account/verify-notice', 'account/step-up'],
  data: ['identity', 'catalog', 'team', 'fulfilment', 'analytics', 'inventory'],
  budget: { scriptKb: 103.5, styleKb: 5.5, lcpMs: 2_500 },
} satisfies Declaration;
