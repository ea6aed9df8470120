import { describe, expect, it } from 'vitest';
import { settlementOf } from './settlement.ts';

const pending = { status: 'pending_payment', paymentFailure: null } as const;

describe('what the return from the payment page turned out to be', () => {
  it('is settling at first, and slow once patience has run out', () => {
    expect(settlementOf(pending, 0, 3)).toBe('settling');
    expect(settlementOf(pending, 2, 3)).toBe('settling');
    expect(settlementOf(pending, 3, 3)).toBe('slow');
  });

  it('is unpaid once a failure is known', () => {
    expect(settlementOf({ ...pending, paymentFailure: 'Your card was declined.' }, 1, 3)).toBe('unpaid');
  });

  it('says how it ended whatever failed before', () => {
    for (const status of ['paid', 'expired', 'cancelled'] as const) {
      expect(settlementOf({ status, paymentFailure: 'Your card was declined.' }, 9, 3)).toBe(status);
    }
  });
});
