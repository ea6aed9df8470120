import { describe, expect, it } from 'vitest';
import { addressLines } from './address.ts';
import { orderMessages } from './messages.ts';

describe('what a buyer reads about a parcel', () => {
  it('names the days between which it arrives, or the one day', () => {
    expect(orderMessages.arrives({ earliest: '2026-11-24', latest: '2026-11-26' })).toBe(
      'Arrives Tue, Nov 24 to Thu, Nov 26',
    );
    expect(orderMessages.arrives({ earliest: '2026-11-24', latest: '2026-11-24' })).toBe(
      'Arrives Tue, Nov 24',
    );
  });

  it('promises no day that nobody knows', () => {
    expect(orderMessages.arrives(null)).toBe('');
    expect(orderMessages.arrives(undefined)).toBe('');
  });

  it('writes the address without lines for what was left empty', () => {
    const address = { fullName: 'Jo Walker', line1: '12 Harbour Street', line2: '', city: 'Portland' };
    expect(
      addressLines({ ...address, region: '', postalCode: '97205', country: 'US', phone: '555' }),
    ).toEqual(['Jo Walker', '12 Harbour Street', 'Portland, 97205', 'United States']);
  });
});
