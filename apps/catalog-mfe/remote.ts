import type { Declaration } from '@plaza/federation/declaration';

/** What this frontend is; paths are built with `paths` of @plaza/navigation, in the same words. */
export default {
  name: 'catalog',
  title: 'Catalog',
  team: 'Discovery',
  pages: [
    { path: '/', expose: 'home', access: 'public', sharedMaxAgeSeconds: 60 },
    { path: '/category/$categorySlug', expose: 'search', access: 'public', sharedMaxAgeSeconds: 30 },
    { path: '/search', expose: 'search', access: 'public', sharedMaxAgeSeconds: 30 },
    { path: '/store/$sellerSlug', expose: 'search', access: 'public', sharedMaxAgeSeconds: 30 },
    { path: '/product/$productSlug', expose: 'product', access: 'public', sharedMaxAgeSeconds: 10 },
  ],
  slots: ['category-menu', 'search-box'],
  uses: ['checkout/add-to-cart'],
  data: ['catalog', 'search', 'inventory'],
  budget: { scriptKb: 16.5, styleKb: 5.5, lcpMs: 2_500 },
} satisfies Declaration;
