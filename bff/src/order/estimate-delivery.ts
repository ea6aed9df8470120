import type { SellerOrder, ShippingOption } from '@plaza/contracts';

type Window = NonNullable<SellerOrder['estimatedDelivery']>;
type Parcel = { status: SellerOrder['status']; timeline: readonly { status: string; at: Date }[] };

/**
 * The days between which a parcel should arrive: the working days of its speed, counted from the day of its payment
 * (UTC). Null when it is not on its way: unpaid, cancelled, or there already.
 */
export function estimateDelivery(
  parcel: Parcel,
  speed: Pick<ShippingOption, 'minDays' | 'maxDays'> | undefined,
): Window | null {
  const paidAt = parcel.timeline.find((step) => step.status === 'paid')?.at;
  if (!paidAt || !speed || (parcel.status !== 'paid' && parcel.status !== 'shipped')) return null;
  return {
    earliest: addWorkingDays(paidAt, speed.minDays),
    latest: addWorkingDays(paidAt, speed.maxDays),
  };
}

/** The day that many working days (Monday to Friday) later. @returns `2026-05-31` */
function addWorkingDays(from: Date, days: number): string {
  const day = new Date(from);
  for (let left = days; left > 0; ) {
    day.setUTCDate(day.getUTCDate() + 1);
    if (day.getUTCDay() !== 0 && day.getUTCDay() !== 6) left -= 1;
  }
  return day.toISOString().slice(0, 10);
}
