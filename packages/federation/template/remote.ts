import type { Declaration } from '@plaza/federation/declaration';

/** What this frontend is. A build that asks for data or shows slots that are not named here fails. */
export default {
  name: 'example',
  title: 'Example frontend',
  team: 'Example team',
  pages: [{ path: '/example', expose: 'example', access: 'public', sharedMaxAgeSeconds: 30 }],
  slots: [],
  uses: [],
  data: ['catalog'],
  budget: { scriptKb: 10, styleKb: 5, lcpMs: 2_500 },
} satisfies Declaration;
