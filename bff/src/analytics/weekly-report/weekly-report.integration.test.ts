import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FiguresMarket, openFiguresMarket } from '../../testing/figures-market.ts';
import { queueReports } from './queue-reports.ts';
import { stopTokenOf } from './stop-token.ts';
import { weeklyReport } from './weekly-report.mail.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let market: FiguresMarket;
beforeAll(async () => {
  market = await openFiguresMarket();
});
afterAll(() => market.close());

let seller: Awaited<ReturnType<FiguresMarket['addSeller']>>;
let product: Awaited<ReturnType<FiguresMarket['addProduct']>>;
beforeEach(async () => {
  await market.services.database.client`truncate mail, report_refusal`;
  // Whoever sold in the tests before has nothing for sale any more.
  await market.services.database.client`update product set status = 'archived'`;
  seller = await market.addSeller();
  product = await market.addProduct({ sellerId: seller.id, onHand: 1 });
});

/** To the next Monday at this hour (UTC): the week that ended holds the real day of the test. */
function goToMonday(hour: number): void {
  const now = market.clock.now();
  const midnight = new Date(now);
  midnight.setUTCHours(0, 0, 0, 0);
  const days = (8 - now.getUTCDay()) % 7 || 7;
  market.clock.advance(midnight.getTime() + days * DAY_MS + hour * HOUR_MS - now.getTime());
}
const queue = () => queueReports(market.services);
const mailsTo = (account: { email: string }) => market.inbox.mailsTo(account.email);
/** Waits until nothing is in the queue, which the served market's own job empties. */
const sent = () =>
  expect
    .poll(
      async () => {
        const rows = await market.services.database.client`select from mail where status = 'queued'`;
        return rows.length;
      },
      { timeout: 15_000 },
    )
    .toBe(0);

describe('the report of a week', () => {
  it('goes on Monday to everybody who may see figures, once, whoever sends it and how often', async () => {
    const may = await market.addMember(seller.id, 'Fay', ['figures']);
    const mayNot = await market.addMember(seller.id, 'Lis', ['listings', 'orders', 'team']);
    goToMonday(5);
    await queue();
    await sent();
    expect(mailsTo(seller.account)).toEqual([]);
    market.clock.advance(HOUR_MS);
    await Promise.all([queue(), queue(), queue()]);
    await sent();
    market.clock.advance(30 * HOUR_MS);
    await queue();
    await sent();
    expect([mailsTo(seller.account), mailsTo(may)].map((mails) => mails.map(({ copies }) => copies))).toEqual(
      [[1], [1]],
    );
    expect(mailsTo(mayNot)).toEqual([]);
    goToMonday(6);
    await queue();
    await sent();
    expect(mailsTo(may)).toHaveLength(2);
  });

  it('has the figures of that week, as HTML and as text', async () => {
    await market.sell({ sellerId: seller.id, ...product, title: 'USB <b>dock</b>' });
    await market.waitForOrders(seller.id, 1);
    const { clock } = market;
    const realNow = Date.now();
    // Back to the week of the sale, whatever weeks the other tests went through.
    clock.advance(realNow - clock.now().getTime());
    goToMonday(6);
    await queue();
    await sent();
    const [mail] = mailsTo(seller.account);
    expect(mail?.subject).toBe(`${seller.name}: $22.50 last week`);
    expect(mail?.html).toContain('USB &lt;b&gt;dock&lt;/b&gt;');
    for (const text of [mail?.text ?? '', mail?.html ?? '']) {
      expect(text).toContain('$22.50');
      expect(text).toContain('None the week before');
      expect(text).toContain('$20.00');
      // One on the shelf and two sold in four weeks.
      expect(text).not.toContain('To order again');
      expect(text).toContain('/selling?from=');
      expect(text).toContain('/selling/reports/stop#');
    }
  });

  it('is not written while nobody knows the figures: it waits in the queue', async () => {
    const { env } = market.services;
    const cutOff = { ...market.services, env: { ...env, PIPELINE_URL: 'http://127.0.0.1:1' } };
    const week = { from: '2026-11-09', to: '2026-11-15' };
    const data = { accountId: seller.account.id, sellerId: seller.id, week };
    await expect(weeklyReport.compose(cutOff, data)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  });
});

describe('whoever wants no reports', () => {
  it('turns them off on the dashboard, and on again', async () => {
    const page = await market.bff.browse(seller.account);
    expect((await page.query('analytics.seller.weeklyReport')).data).toEqual({ isOn: true });
    expect((await page.mutate('analytics.seller.setWeeklyReport', { isOn: false })).data).toEqual({
      isOn: false,
    });
    expect((await page.query('analytics.seller.weeklyReport')).data).toEqual({ isOn: false });
    goToMonday(6);
    await queue();
    await sent();
    expect(mailsTo(seller.account)).toEqual([]);
    await page.mutate('analytics.seller.setWeeklyReport', { isOn: true });
    await queue();
    await sent();
    expect(mailsTo(seller.account)).toHaveLength(1);
  });

  it('follows the link in the mail without signing in, and a mail program posts to its own', async () => {
    const { sealing } = market.services;
    const token = stopTokenOf(sealing, seller.account.id);
    const [anybody, page] = [await market.bff.browse(), await market.bff.browse(seller.account)];
    const stop = (shown: string) => anybody.mutate('analytics.seller.stopWeeklyReport', { token: shown });
    const isOn = async () => (await page.query('analytics.seller.weeklyReport')).data;
    const other = stopTokenOf(sealing, (await market.addSeller()).account.id);
    for (const wrong of ['x', `${token}0`, token.slice(0, -1), `${seller.account.id}.${other.split('.')[1]}`])
      expect((await stop(wrong)).data).toMatchObject({ ok: false, code: 'link_invalid' });
    expect(await isOn()).toEqual({ isOn: true });
    expect((await stop(token)).data).toEqual({ ok: true });
    expect((await stop(token)).data).toEqual({ ok: true });
    expect(await isOn()).toEqual({ isOn: false });

    await page.mutate('analytics.seller.setWeeklyReport', { isOn: true });
    const address = `/api/reports/stop?token=${token}`;
    const opened = await anybody.send(address, { redirect: 'manual' });
    expect([opened.status, opened.headers.get('location')]).toEqual([302, `/selling/reports/stop#${token}`]);
    expect(await isOn()).toEqual({ isOn: true });
    const posted = await anybody.send(address, { method: 'POST', body: 'List-Unsubscribe=One-Click' });
    expect(posted.status).toBe(204);
    expect(await isOn()).toEqual({ isOn: false });
    expect((await anybody.send('/api/reports/stop', { method: 'POST' })).status).toBe(404);
  });
});
