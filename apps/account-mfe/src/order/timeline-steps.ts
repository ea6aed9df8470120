import type { SellerOrder, SellerOrderStatus } from '@plaza/contracts';

/** The way of a parcel when nothing goes wrong. */
const WAY: readonly SellerOrderStatus[] = ['pending_payment', 'paid', 'shipped', 'delivered'];

export interface Step {
  status: SellerOrderStatus;
  /** When it happened; null for what is to come. */
  at: string | null;
  state: 'done' | 'current' | 'next' | 'failed';
}

/** True when nothing more can happen. */
export const isFinal = (status: SellerOrderStatus): boolean =>
  status === 'delivered' || status === 'cancelled' || status === 'expired';

/** What happened to a parcel, and what is still to come while it is under way. */
export function timelineSteps({ status, timeline }: Pick<SellerOrder, 'status' | 'timeline'>): Step[] {
  const past = timeline.map((event, at): Step => {
    const last = at === timeline.length - 1;
    return { ...event, state: last ? stateOf(event.status) : 'done' };
  });
  if (isFinal(status)) return past;
  const ahead = WAY.slice(WAY.indexOf(status) + 1);
  return [...past, ...ahead.map((next): Step => ({ status: next, at: null, state: 'next' }))];
}

function stateOf(status: SellerOrderStatus): Step['state'] {
  if (status === 'delivered') return 'done';
  return isFinal(status) ? 'failed' : 'current';
}
