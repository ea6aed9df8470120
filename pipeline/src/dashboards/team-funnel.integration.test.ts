import { teamFunnelSchema } from '@plaza/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Figures, openFigures } from '../test-support/figures.ts';
import { event, viewed } from '../test-support/team-events.ts';
import { daysAgo, now, WEEK } from '../test-support/week.ts';
import { bucketsFor } from './team-funnel.ts';

let figures: Figures;
beforeAll(async () => {
  figures = await openFigures(now);
});
afterAll(() => figures.close());

describe('the funnel of a version', () => {
  const funnelOf = (frontend: string) =>
    figures.read(teamFunnelSchema, `/dashboards/team/funnel?frontend=${frontend}&${WEEK}`);

  it('counts the sessions that met it at each step that they took with all before it', async () => {
    const at = (version: string, session: string) => ({ version, session });
    const cart = (session: string) =>
      event('product_added_to_cart', {
        mfe: 'checkout',
        version: '5.0.0',
        session,
        more: {
          productId: '01900000-0000-7000-8000-000000000001',
          variantId: '01900000-0000-7000-8000-000000000003',
          sellerId: '01900000-0000-7000-8000-000000000002',
          quantity: 1,
          priceMinor: 100,
          currency: 'USD',
        },
      });
    const checkout = (session: string) =>
      event('checkout_started', { mfe: 'checkout', version: '5.0.0', session });
    const confirm = (session: string) =>
      event('order_confirmed', {
        mfe: 'checkout',
        version: '5.0.0',
        session,
        more: { orderId: '01900000-0000-7000-8000-000000000004' },
      });
    await figures.report(
      // One buys, over midnight; one stops at the cart; one only looks; one checks out what it never looked at.
      { ...viewed(at('7.0.0', 'buys')), at: daysAgo(1) },
      cart('buys'),
      checkout('buys'),
      confirm('buys'),
      viewed(at('7.0.0', 'stops')),
      cart('stops'),
      viewed(at('8.0.0', 'looks')),
      viewed(at('8.0.0', 'looks')),
      event('$pageview', { ...at('8.0.0', 'jumps') }),
      cart('jumps'),
      checkout('jumps'),
      { ...viewed(at('7.0.0', 'long ago')), at: daysAgo(9) },
    );
    const { versions, sampledEvery } = await funnelOf('catalog');
    expect(sampledEvery).toBe(1);
    expect(versions).toEqual([
      { version: '7.0.0', sessions: 2, viewed: 2, addedToCart: 2, checkedOut: 1, confirmed: 1 },
      { version: '8.0.0', sessions: 2, viewed: 1, addedToCart: 0, checkedOut: 0, confirmed: 0 },
    ]);
    expect((await funnelOf('checkout')).versions).toContainEqual({
      version: '5.0.0',
      sessions: 3,
      viewed: 2,
      addedToCart: 2,
      checkedOut: 1,
      confirmed: 1,
    });
  });

  it('is estimated from a fair share of the sessions when there are very many', () => {
    expect([0, 1_000, 1_001, 8_000, 9_000_000].map(bucketsFor)).toEqual([64, 64, 32, 8, 1]);
  });
});
