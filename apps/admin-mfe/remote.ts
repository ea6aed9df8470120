import type { Declaration } from '@plaza/federation/declaration';

/** What this frontend is; paths are built with `paths` of @plaza/navigation, in the same words. */
export default {
  name: 'admin',
  title: 'Administration',
  team: 'Platform',
  pages: [
    { path: '/admin', expose: 'overview', access: 'private' },
    { path: '/admin/people', expose: 'people', access: 'private' },
    { path: '/admin/people/$accountId', expose: 'person', access: 'private' },
    { path: '/admin/alerts', expose: 'alerts', access: 'private' },
    { path: '/admin/alerts/$alertId', expose: 'alert', access: 'private' },
    { path: '/admin/audit', expose: 'audit', access: 'private' },
    { path: '/admin/market', expose: 'platform', access: 'private' },
    { path: '/admin/frontends', expose: 'team-figures', access: 'private' },
    { path: '/admin/releases', expose: 'releases', access: 'private' },
    { path: '/admin/releases/$frontend', expose: 'release', access: 'private' },
    { path: '/admin/reconciliation', expose: 'reconciliation', access: 'private' },
    { path: '/admin/dead-letters', expose: 'dead-letters', access: 'private' },
  ],
  slots: [],
  uses: ['account/step-up'],
  data: ['watch', 'people', 'seller', 'audit', 'analytics', 'release'],
  budget: { scriptKb: 109.5, styleKb: 6, lcpMs: 2_500 },
} satisfies Declaration;
