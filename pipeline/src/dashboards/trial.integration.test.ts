import { newId, type TrialArm, trialBlocksSchema, trialTag } from '@plaza/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Figures, openFigures } from '../test-support/figures.ts';
import { now } from '../test-support/week.ts';

const VERSION = '0123456789abcdef';
/** Four minutes ago: everything that began then is certain by now. */
const startMs = now.getTime() - 240_000;
const at = (seconds: number) => new Date(startMs + seconds * 1_000);

let figures: Figures;
beforeAll(async () => {
  figures = await openFigures(now);
});
beforeEach(() => figures.store.command('TRUNCATE TABLE events'));
afterAll(() => figures.close());

interface Did {
  visitor: string;
  arm: TrialArm;
  seconds: number;
  mfe?: string;
  isBot?: boolean;
  more?: object;
}
const GOODS = {
  productId: newId(),
  sellerId: newId(),
  variantId: newId(),
  orderId: newId(),
  quantity: 1,
  priceMinor: 100,
  currency: 'USD',
};
const FAILURE = { message: 'x', source: '', remote: 'checkout', version: VERSION, reason: 'x' };
const did = (event: string, { visitor, arm, seconds, mfe = 'catalog', isBot = false, more }: Did) => ({
  event,
  visitor,
  at: at(seconds),
  receivedAt: at(seconds),
  isBot,
  properties: {
    mfe,
    trials: ['other@x:stable', trialTag('checkout', VERSION, arm)],
    ...GOODS,
    ...FAILURE,
    ...more,
  },
});

const askSince = (seconds: number) =>
  figures.read(
    trialBlocksSchema,
    `/dashboards/trial?frontend=checkout&version=${VERSION}&since=${at(seconds).toISOString()}`,
  );
const blocks = async () =>
  (await askSince(0)).blocks.map(({ at: began, ...arms }) => ({
    seconds: (Date.parse(began) - startMs) / 1_000,
    ...arms,
  }));

describe('a step', () => {
  it('is judged when it is certain whether it was taken, once for each visitor', async () => {
    await figures.report(
      did('product_viewed', { visitor: 'a', arm: 'canary', seconds: 1 }),
      did('product_viewed', { visitor: 'a', arm: 'canary', seconds: 20 }),
      did('product_viewed', { visitor: 'b', arm: 'canary', seconds: 2 }),
      did('product_added_to_cart', { visitor: 'b', arm: 'canary', seconds: 31.9 }),
      did('product_viewed', { visitor: 'c', arm: 'stable', seconds: 3 }),
      did('product_added_to_cart', { visitor: 'c', arm: 'stable', seconds: 33.1 }),
      did('checkout_started', { visitor: 'd', arm: 'stable', seconds: 10 }),
      did('order_confirmed', { visitor: 'd', arm: 'stable', seconds: 189 }),
    );
    expect(await blocks()).toEqual([
      {
        seconds: 30,
        canary: { add_to_cart: { total: 2, bad: 1 } },
        stable: { add_to_cart: { total: 1, bad: 1 } },
      },
      // Of b and c, 60 seconds after they had put something into the cart.
      {
        seconds: 90,
        canary: { checkout: { total: 1, bad: 1 } },
        stable: { checkout: { total: 1, bad: 1 } },
      },
      { seconds: 190, canary: {}, stable: { order: { total: 1, bad: 0 } } },
    ]);
  });
});

describe('failures', () => {
  it('make the page view bad that they follow, and end what is counted of the visitor', async () => {
    await figures.report(
      did('$pageview', { visitor: 'a', arm: 'canary', seconds: 1 }),
      did('$pageview', { visitor: 'a', arm: 'canary', seconds: 11 }),
      did('remote_failed', { visitor: 'a', arm: 'canary', seconds: 14, mfe: 'checkout' }),
      did('frontend_failed', { visitor: 'a', arm: 'canary', seconds: 15, mfe: 'checkout' }),
      did('$pageview', { visitor: 'a', arm: 'canary', seconds: 16 }),
      did('$pageview', { visitor: 'b', arm: 'stable', seconds: 1 }),
      did('frontend_failed', { visitor: 'b', arm: 'stable', seconds: 2, mfe: 'catalog' }),
      did('$pageview', { visitor: 'b', arm: 'stable', seconds: 12 }),
    );
    expect(await blocks()).toEqual([
      {
        seconds: 10,
        canary: { failures: { total: 1, bad: 0 } },
        stable: { failures: { total: 1, bad: 0 } },
      },
      {
        seconds: 20,
        canary: { failures: { total: 1, bad: 1 } },
        stable: { failures: { total: 1, bad: 0 } },
      },
    ]);
  });

  it('that follow no page view count as one; so do those that nobody caught', async () => {
    await figures.report(
      did('$pageview', { visitor: 'a', arm: 'canary', seconds: 1 }),
      did('frontend_failed', { visitor: 'a', arm: 'canary', seconds: 40, mfe: 'shell' }),
      did('frontend_failed', { visitor: 'b', arm: 'stable', seconds: 40, mfe: 'checkout' }),
    );
    expect(await blocks()).toEqual([
      { seconds: 10, canary: { failures: { total: 1, bad: 0 } }, stable: {} },
      {
        seconds: 50,
        canary: { failures: { total: 1, bad: 1 } },
        stable: { failures: { total: 1, bad: 1 } },
      },
    ]);
  });
});

describe('vitals', () => {
  it('are those of the first page of the frontend that a visitor loaded', async () => {
    const loaded = (visitor: string, seconds: number, vitals: object, mfe = 'checkout') =>
      did('$web_vitals', { visitor, arm: 'canary', seconds, mfe, more: vitals });
    await figures.report(
      loaded('a', 1, { $web_vitals_LCP_value: 9_000 }, 'catalog'),
      loaded('a', 2, { $web_vitals_LCP_value: 4_001, $web_vitals_CLS_value: 0.25 }),
      loaded('a', 3, { $web_vitals_LCP_value: 100, $web_vitals_INP_value: 501 }),
      loaded('b', 4, { $web_vitals_LCP_value: 4_000, $web_vitals_CLS_value: 0.26 }),
    );
    expect(await blocks()).toEqual([
      {
        seconds: 0,
        canary: { LCP: { total: 2, bad: 1 }, INP: { total: 1, bad: 1 }, CLS: { total: 2, bad: 1 } },
        stable: {},
      },
    ]);
  });
});

describe('what is judged', () => {
  it('leaves out robots, and who has seen both versions', async () => {
    await figures.report(
      did('$pageview', { visitor: 'robot', arm: 'canary', seconds: 1, isBot: true }),
      did('$pageview', { visitor: 'both', arm: 'stable', seconds: 1 }),
      did('$pageview', { visitor: 'both', arm: 'canary', seconds: 3 }),
      did('$pageview', { visitor: 'nobody', arm: 'canary', seconds: 3, more: { trials: undefined } }),
      did('$pageview', { visitor: 'a', arm: 'stable', seconds: 3 }),
    );
    expect(await blocks()).toEqual([{ seconds: 10, canary: {}, stable: { failures: { total: 1, bad: 0 } } }]);
  });

  it('goes by when events came, however long a browser held them back', async () => {
    const late = did('product_viewed', { visitor: 'a', arm: 'canary', seconds: 100 });
    await figures.report({ ...late, at: at(-200) });
    expect(await blocks()).toMatchObject([{ seconds: 130 }]);
  });

  it('is the same in pieces as at once, and ends where something may still come', async () => {
    const visitors = Array.from({ length: 40 }, (_, index) => ({
      visitor: `v${index}`,
      arm: index % 3 === 0 ? ('canary' as const) : ('stable' as const),
      seconds: index * 6,
    }));
    await figures.report(
      ...visitors.flatMap((one) => [did('$pageview', one), did('product_viewed', one)]),
      ...visitors
        .slice(0, 9)
        .map((one) => did('product_added_to_cart', { ...one, seconds: one.seconds + 9 })),
    );
    const whole = await askSince(0);
    expect(whole.until).toBe(at(235).toISOString());
    const pieces = [];
    for (const [from, to] of [
      [0, 35],
      [35, 40],
      [40, 175],
      [175, 235],
    ] as const)
      pieces.push(...(await askSince(from)).blocks.filter((block) => block.at < at(to).toISOString()));
    expect(pieces).toEqual(whole.blocks);
    expect(whole.blocks.length).toBeGreaterThan(30);
  });

  it('reaches no further than ten minutes at once', async () => {
    const answer = await askSince(-4_000);
    expect(answer).toEqual({ blocks: [], until: at(-3_400).toISOString() });
  });
});

describe('a question about a trial', () => {
  const query = (more: object = {}) =>
    new URLSearchParams({ frontend: 'checkout', version: VERSION, since: at(0).toISOString(), ...more });

  it.each([{ frontend: '' }, { version: 'main' }, { since: 'yesterday' }])(
    'is refused when it is malformed: %j',
    async (more) => {
      expect((await figures.ask(`/dashboards/trial?${query(more)}`)).status).toBe(400);
    },
  );

  it('is for other processes of Plaza only', async () => {
    expect((await figures.ask(`/dashboards/trial?${query()}`, 'guess')).status).toBe(401);
  });
});
