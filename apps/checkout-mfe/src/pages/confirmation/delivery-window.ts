import type { SellerOrder } from '@plaza/contracts';

// Days, not moments: the same day wherever the page is rendered.
const dayFormat = new Intl.DateTimeFormat('en-US', {
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  timeZone: 'UTC',
});

/** The days between which a parcel is expected, for people; null when nobody estimated them. */
export function formatWindow(window: SellerOrder['estimatedDelivery']): { from: string; to: string } | null {
  if (!window) return null;
  return {
    from: dayFormat.format(new Date(window.earliest)),
    to: dayFormat.format(new Date(window.latest)),
  };
}
