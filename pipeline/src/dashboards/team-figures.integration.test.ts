import { teamFailuresSchema, teamUsageSchema, vitalsReportSchema } from '@plaza/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Figures, openFigures } from '../test-support/figures.ts';
import { event, type Step } from '../test-support/team-events.ts';
import { daysAgo, now, WEEK } from '../test-support/week.ts';

let figures: Figures;
beforeAll(async () => {
  figures = await openFigures(now);
});
afterAll(() => figures.close());

const vitals = (values: Record<string, number>, step: Step = {}) =>
  event('$web_vitals', {
    ...step,
    more: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [`$web_vitals_${name}_value`, value]),
    ),
  });

describe('the use of frontends', () => {
  const usageOf = (frontend: string) =>
    figures.read(teamUsageSchema, `/dashboards/team/usage?frontend=${frontend}&${WEEK}`);

  it('is counted by frontend, version and day, against as many days before, without robots', async () => {
    await figures.report(
      event('$pageview', { mfe: 'account', visitor: 'a', session: '1' }),
      event('$pageview', { mfe: 'account', visitor: 'a', session: '1' }),
      event('$pageview', { mfe: 'account', visitor: 'b', session: '2', version: '1.1.0', at: daysAgo(2) }),
      event('$pageview', { mfe: 'account', visitor: 'robot', session: '3', isBot: true }),
      event('frontend_failed', {
        mfe: 'account',
        visitor: 'b',
        session: '2',
        version: '1.1.0',
        more: { message: 'x', source: '' },
      }),
      event('$pageview', { mfe: 'account', visitor: 'a', session: '0', at: daysAgo(8) }),
      event('$pageview', { mfe: 'account', visitor: 'a', session: '0', at: daysAgo(20) }),
      event('$pageview', { mfe: 'seller', visitor: 'c', session: '9' }),
      // Made by one command, written down nowhere.
      event('$pageview', { mfe: 'gift-cards', visitor: 'c', session: '9' }),
      event('$pageview', { mfe: "<b>'; DROP", visitor: 'c', session: '9' }),
    );
    const usage = await usageOf('account');
    const names = usage.frontends.map(({ frontend }) => frontend);
    expect(names).toContain('gift-cards');
    expect(names).not.toContain("<b>'; DROP");
    expect(usage.totals).toEqual({ pageViews: 3, visitors: 2, sessions: 2, failures: 1 });
    expect(usage.before).toEqual({ pageViews: 1, visitors: 1, sessions: 1, failures: 0 });
    expect(usage.frontends).toContainEqual({
      frontend: 'seller',
      pageViews: 1,
      visitors: 1,
      sessions: 1,
      failures: 0,
    });
    expect(usage.byDay).toHaveLength(7);
    expect(usage.byDay.at(-1)).toEqual({
      day: '2026-11-20',
      pageViews: 2,
      failures: 1,
      pageViewsBefore: 0,
      failuresBefore: 0,
    });
    // Eight days ago is the same place of the week before.
    expect(usage.byDay.at(-2)).toMatchObject({ day: '2026-11-19', pageViews: 0, pageViewsBefore: 1 });
    expect(usage.versions).toEqual([
      {
        version: '1.1.0',
        pageViews: 1,
        visitors: 1,
        sessions: 1,
        failures: 1,
        firstSeenAt: '2026-11-18T15:00:00.000Z',
      },
      {
        version: '1.0.0',
        pageViews: 2,
        visitors: 1,
        sessions: 1,
        failures: 0,
        firstSeenAt: '2026-10-31T15:00:00.000Z',
      },
    ]);
    expect(usage.since).toBe('2026-10-31');
  });

  it('is nothing where nobody came', async () => {
    const usage = await usageOf('admin');
    expect(usage.totals).toEqual({ pageViews: 0, visitors: 0, sessions: 0, failures: 0 });
    expect(usage).toMatchObject({ versions: [], since: null });
    expect(usage.byDay).toHaveLength(7);
  });
});

describe('failures', () => {
  it('are those of the remote that could not be loaded, and of the frontend that erred, alike ones together', async () => {
    const failed = (message: string, session: string) =>
      event('frontend_failed', { mfe: 'checkout', session, more: { message, source: 'a.js:1:2' } });
    await figures.report(
      failed('Item 17 is gone', '1'),
      failed('Item 4711 is gone', '2'),
      failed('Order 018f4b9e-0000-7000-8000-000000000001 is gone', '2'),
      event('remote_failed', {
        mfe: 'shell',
        session: '2',
        more: { remote: 'checkout', version: '2.0.0', reason: 'did not answer within 10000 ms' },
      }),
    );
    const failures = await figures.read(
      teamFailuresSchema,
      `/dashboards/team/failures?frontend=checkout&${WEEK}`,
    );
    expect(
      failures.map(({ kind, version, message, failures: count, sessions }) => [
        kind,
        version,
        message,
        count,
        sessions,
      ]),
    ).toEqual([
      ['frontend_failed', '1.0.0', 'Item # is gone', 2, 2],
      ['frontend_failed', '1.0.0', 'Order # is gone', 1, 1],
      ['remote_failed', '2.0.0', 'did not answer within # ms', 1, 1],
    ]);
    expect(failures[0]?.lastSeenAt).toBe(now.toISOString());
  });
});

describe('web vitals', () => {
  it('are what three pages of four stayed below, with how many were good and poor', async () => {
    // LCP sorted: 1000, 2500, 2501, 4001. Three of four are at or below 2501, which is kept as 2525.
    await figures.report(
      vitals({ LCP: 2_501, CLS: 0.1 }, { mfe: 'seller' }),
      vitals({ LCP: 1_000, CLS: 0.004 }, { mfe: 'seller' }),
      vitals({ LCP: 4_001, CLS: 0.26 }, { mfe: 'seller', at: daysAgo(1) }),
      vitals({ LCP: 2_500 }, { mfe: 'seller', version: '2.0.0' }),
      vitals({ LCP: 9_000 }, { mfe: 'seller', at: daysAgo(9) }),
      vitals({ LCP: 9_000 }, { mfe: 'seller', isBot: true }),
    );
    const report = await figures.read(vitalsReportSchema, `/dashboards/team/vitals?frontend=seller&${WEEK}`);
    expect(report.vitals).toEqual([
      { vital: 'LCP', samples: 4, p75: 2_525, goodShare: 0.5, poorShare: 0.25 },
      { vital: 'CLS', samples: 3, p75: 0.26, goodShare: 2 / 3, poorShare: 1 / 3 },
    ]);
    expect(report.before).toEqual([{ vital: 'LCP', samples: 1, p75: 9_000, goodShare: 0, poorShare: 1 }]);
    expect(report.byDay.at(-2)).toEqual({ day: '2026-11-19', LCP: 4_025, INP: null, CLS: 0.26, FCP: null });
    expect(report.byDay.at(0)).toEqual({ day: '2026-11-14', LCP: null, INP: null, CLS: null, FCP: null });
    expect(report.parts.find(({ name }) => name === '2.0.0')?.vitals).toEqual([
      { vital: 'LCP', samples: 1, p75: 2_500, goodShare: 1, poorShare: 0 },
    ]);
  });
});

describe('a question about a team', () => {
  it.each([
    'frontend=Not-a-name%3B&from=2026-11-14&to=2026-11-20',
    'frontend=catalog&from=2026-11-14',
    'frontend=catalog',
  ])('is refused when it is malformed: %s', async (query) => {
    for (const panel of ['usage', 'vitals', 'funnel', 'failures'])
      expect((await figures.ask(`/dashboards/team/${panel}?${query}`)).status).toBe(400);
  });

  it('is for other processes of Plaza only', async () => {
    const query = `frontend=catalog&${WEEK}`;
    for (const panel of ['usage', 'vitals', 'funnel', 'failures'])
      expect((await figures.ask(`/dashboards/team/${panel}?${query}`, 'guess')).status).toBe(401);
  });
});
