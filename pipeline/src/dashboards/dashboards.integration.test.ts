import { newId } from '@plaza/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { paidOrder, refundOf } from '../test-support/facts.ts';
import { type Figures, openFigures } from '../test-support/figures.ts';
import { reconciliationSchema } from './reconciliation.ts';

let figures: Figures;
beforeAll(async () => {
  figures = await openFigures(new Date('2026-11-20T15:00:00Z'));
});
afterAll(() => figures.close());

describe('reconciliation', () => {
  it('sums what was paid and what went back between two moments', async () => {
    const at = new Date('2026-01-15T10:00:00Z');
    const paid = paidOrder({ sellerIds: [newId(), newId()], occurredAt: at });
    await figures.sell(
      paid,
      { ...refundOf(paid), occurredAt: at.toISOString() },
      paidOrder({ sellerIds: [newId()], occurredAt: new Date('2026-01-16T00:00:00Z') }),
    );
    const response = await figures.ask('/reconciliation?from=2026-01-15T00:00:00Z&to=2026-01-16T00:00:00Z');
    expect(z.array(reconciliationSchema).parse(await response.json())).toEqual([
      { currency: 'USD', paidMinor: 4_500, refundedMinor: 2_250, revenueMinor: 2_250, sellerOrders: 2 },
    ]);
  });

  it('answers a malformed question with 400', async () => {
    expect((await figures.ask('/reconciliation?from=yesterday')).status).toBe(400);
  });
});
