import { LARGEST_SELLER } from './history.ts';

/** What a panel asks about besides its name. */
type Subject = 'seller' | 'frontend' | 'period' | 'trial';

/**
 * Every question that a dashboard asks the pipeline, below `/internal/`, and what it names. A new panel is a line here.
 */
export const PANELS: readonly { path: string; of: readonly Subject[]; more?: Record<string, string> }[] = [
  { path: 'dashboards/seller/sales', of: ['seller', 'period'] },
  { path: 'dashboards/seller/funnel', of: ['seller', 'period'] },
  { path: 'dashboards/seller/sources', of: ['seller', 'period'] },
  { path: 'dashboards/seller/products', of: ['seller', 'period'] },
  { path: 'dashboards/seller/returns', of: ['seller', 'period'] },
  { path: 'dashboards/seller/customers', of: ['seller', 'period'] },
  { path: 'dashboards/seller/live', of: ['seller'] },
  { path: 'dashboards/seller/units', of: ['seller'] },
  { path: 'dashboards/team/usage', of: ['frontend', 'period'] },
  { path: 'dashboards/team/vitals', of: ['frontend', 'period'] },
  { path: 'dashboards/team/funnel', of: ['frontend', 'period'] },
  { path: 'dashboards/team/failures', of: ['frontend', 'period'] },
  { path: 'dashboards/trial', of: ['frontend', 'trial'] },
  { path: 'dashboards/platform/sales', of: ['period'] },
  { path: 'dashboards/platform/search', of: ['period'] },
  { path: 'dashboards/platform/audience', of: ['period'] },
  { path: 'dashboards/platform/vitals', of: ['period'] },
  { path: 'dashboards/platform/cohorts', of: [] },
  { path: 'dashboards/reconciliation', of: ['period'] },
  { path: 'dead-letters/counts', of: [] },
  { path: 'dead-letters', of: [], more: { state: 'waiting' } },
  { path: 'dead-letters', of: [], more: { state: 'replayed' } },
];

/** A canary that nobody has met, asked about as far back as one answer reaches. */
const CANARY = '0123456789abcdef';
const TRIAL_MS = 600_000;
const DAY_MS = 86_400_000;
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** The address of a panel about the largest seller, the busiest frontend and the last days, today included. */
export function addressOf({ path, of, more }: (typeof PANELS)[number], days: number): string {
  const now = Date.now();
  const query = new URLSearchParams({
    ...(of.includes('seller') && { sellerId: LARGEST_SELLER }),
    ...(of.includes('frontend') && { frontend: 'catalog' }),
    ...(of.includes('period') && { from: dayOf(now - (days - 1) * DAY_MS), to: dayOf(now) }),
    ...(of.includes('trial') && { version: CANARY, since: new Date(now - TRIAL_MS).toISOString() }),
    ...more,
  });
  return `/internal/${path}?${query}`;
}

export const nameOf = ({ path, more }: (typeof PANELS)[number]): string =>
  [path, ...Object.values(more ?? {})].join(' ');
