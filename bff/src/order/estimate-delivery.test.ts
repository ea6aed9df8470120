import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateDelivery } from './estimate-delivery.ts';

const standard = { minDays: 2, maxDays: 4 };
const paidOn = (at: string) => ({
  status: 'paid' as const,
  timeline: [
    { status: 'pending_payment', at: new Date('2026-05-01T08:00:00Z') },
    { status: 'paid', at: new Date(at) },
  ],
});

describe('when a parcel should arrive', () => {
  it('is counted in working days from its payment', () => {
    // A Monday.
    expect(estimateDelivery(paidOn('2026-05-04T23:59:00Z'), standard)).toEqual({
      earliest: '2026-05-06',
      latest: '2026-05-08',
    });
  });

  it('leaves weekends out', () => {
    // A Friday.
    expect(estimateDelivery(paidOn('2026-05-08T10:00:00Z'), standard)).toEqual({
      earliest: '2026-05-12',
      latest: '2026-05-14',
    });
  });

  it('is nothing for what is unpaid, cancelled, there already, or of an unknown speed', () => {
    const paid = paidOn('2026-05-04T10:00:00Z');
    expect(estimateDelivery({ ...paid, timeline: paid.timeline.slice(0, 1) }, standard)).toBeNull();
    expect(estimateDelivery({ ...paid, status: 'cancelled' }, standard)).toBeNull();
    expect(estimateDelivery({ ...paid, status: 'delivered' }, standard)).toBeNull();
    expect(estimateDelivery(paid, undefined)).toBeNull();
  });

  it('never is a weekend, nor before the payment, nor latest before earliest', () => {
    const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 20 }), fc.nat(10), (at, minDays, more) => {
        const parcel = { status: 'paid' as const, timeline: [{ status: 'paid', at }] };
        const window = estimateDelivery(parcel, { minDays, maxDays: minDays + more });
        if (!window) throw new Error('a paid parcel has an estimate');
        expect([0, 6]).not.toContain(new Date(window.earliest).getUTCDay());
        expect([0, 6]).not.toContain(new Date(window.latest).getUTCDay());
        expect(window.earliest > at.toISOString().slice(0, 10)).toBe(true);
        expect(window.latest >= window.earliest).toBe(true);
      }),
    );
  });
});
