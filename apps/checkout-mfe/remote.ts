import type { Declaration } from '@plaza/federation/declaration';

/** What this frontend is; paths are built with `paths` of @plaza/navigation, in the same words. */
export default {
  name: 'checkout',
  title: 'Checkout',
  team: 'Checkout',
  pages: [
    { path: '/cart', expose: 'cart', access: 'private' },
    { path: '/checkout', expose: 'checkout', access: 'private' },
    { path: '/checkout/confirmation/$orderId', expose: 'confirmation', access: 'private' },
  ],
  slots: ['add-to-cart', 'mini-cart'],
  uses: ['account/verify-notice'],
  data: ['cart', 'order', 'identity', 'profile', 'payment'],
  budget: { scriptKb: 57.5, styleKb: 5, lcpMs: 2_500 },
} satisfies Declaration;
