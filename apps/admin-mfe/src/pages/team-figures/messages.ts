import type { Failure } from '@plaza/contracts';

const kinds: Record<Failure['kind'], string> = {
  remote_failed: 'Could not be loaded',
  frontend_failed: 'Error in the page',
};

/** Texts of the page with figures of frontends. */
export const teamFiguresMessages = {
  title: 'Frontends',
  text: 'Of visitors who agreed to be counted, without robots. Visitors and sessions are right to about two percent, and exact while they are few.',
  frontend: 'Frontend',
  /** What puts the frontends together; it has no releases of this kind. */
  shell: 'Shell',
  views: (count: string) => `${count} views`,
  figures: 'Figures',
  pageViews: 'Page views',
  visitors: 'Visitors',
  sessions: 'Sessions',
  failureRate: 'Failures per 1,000 views',
  viewsByDay: 'Page views by day',
  failuresByDay: 'Failures per 1,000 views by day',
  versions: 'Versions',
  versionsText: 'The most used, newest first.',
  history: 'Releases in these days',
  historyText: 'Who changed what visitors get, and why. Lines in the charts mark these days.',
  noHistoryTitle: 'Nothing was changed',
  noHistoryText: 'What visitors get of this frontend stayed the same in these days.',
  version: 'Version',
  firstSeen: 'First seen',
  conversion: 'Sessions that bought',
  noVersionsTitle: 'Nobody used it in these days',
  noVersionsText: 'Try a longer period, or another frontend.',
  funnel: 'From view to order',
  funnelText:
    'Sessions that met a version, and the share of them that took each step with all before it. Compare versions that were in use at the same time.',
  funnelTable: 'Share of sessions at each step, by version',
  funnelSampled: (every: number) => `Estimated from one session in ${every}.`,
  steps: {
    sessions: 'Sessions',
    viewed: 'Viewed a product',
    addedToCart: 'Put into the cart',
    checkedOut: 'Began to check out',
    confirmed: 'Ordered',
  },
  stepCount: (count: string, sessions: string) => `${count} of ${sessions} sessions`,
  failures: 'What failed',
  failuresText: 'The most frequent. Numbers and ids are written as #, so that the same failure is one line.',
  kinds,
  message: 'Message',
  kind: 'Kind',
  times: 'Times',
  lastSeen: 'Last seen',
  noFailuresTitle: 'Nothing failed',
  noFailuresText: 'No error of this frontend was reported in these days.',
} as const;
