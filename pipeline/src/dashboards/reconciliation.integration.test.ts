import { newId, reconciliationReportSchema } from '@plaza/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEAD_LETTER_COLUMNS, toDeadLetter } from '../steps/letter.ts';
import { writeBooks } from '../test-support/books.ts';
import { paidOrder, refundOf } from '../test-support/facts.ts';
import { type Figures, openFigures } from '../test-support/figures.ts';
import { writeFacts } from '../test-support/stores.ts';

const now = new Date('2026-11-20T15:00:00Z');

let figures: Figures;
beforeAll(async () => {
  figures = await openFigures(now);
});
afterAll(() => figures.close());

/** Each test keeps the books of a day of its own, to its last millisecond. */
let at = new Date('2026-11-19T23:59:59.999Z');
beforeEach(() => {
  at = new Date(at.getTime() - 86_400_000);
});
const readBooksOf = async (moment: Date, of = figures) => {
  const day = moment.toISOString().slice(0, 10);
  return of.read(reconciliationReportSchema, `/dashboards/reconciliation?from=${day}&to=${day}`);
};
const readBooks = async () => (await readBooksOf(at)).days[0];
/** Two units at 10.00 and 2.50 shipping: 22.50. */
const order = (at: Date) => paidOrder({ sellerIds: [newId()], occurredAt: at });

describe('the books of a day', () => {
  it('are equal when all of its money has arrived, payments and refunds included', async () => {
    const paid = order(at);
    await writeBooks(figures.sql, [{ paid, refunds: [{ amountMinor: 2_250, at }] }]);
    await figures.sell(paid, { ...refundOf(paid), occurredAt: at.toISOString() });
    const amounts = { orders: 1, paidMinor: 2_250, refundedMinor: 2_250 };
    expect((await readBooksOf(at)).days).toEqual([
      {
        day: at.toISOString().slice(0, 10),
        currency: 'USD',
        ledger: { ...amounts, receivedMinor: 2_250, importedMinor: 0 },
        events: amounts,
        dashboards: amounts,
        waiting: { orders: 0, paidMinor: 0, refundedMinor: 0 },
        state: 'equal',
      },
    ]);
  });

  it('are on their way as long as the whole difference waits in the outbox', async () => {
    const [arrived, waits] = [order(at), order(at)];
    await writeBooks(figures.sql, [{ paid: arrived }, { paid: waits }]);
    await figures.sell(arrived);
    await writeFacts(figures.sql, [waits]);
    const found = await readBooksOf(at);
    expect(found.days[0]).toMatchObject({
      waiting: { orders: 1, paidMinor: 2_250, refundedMinor: 0 },
      state: 'on_its_way',
    });
    expect(found.outbox.waitingFacts).toBe(1);
    expect(found.outbox.oldestWaitingMs).toBeGreaterThan(0);
  });

  it.each([
    ['an order never became a fact', async () => writeBooks(figures.sql, [{ paid: order(at) }])],
    ['a fact has no order', async () => figures.sell(order(at))],
    [
      'a payment brought in a cent less than the order',
      async () => {
        const paid = order(at);
        await writeBooks(figures.sql, [{ paid, receivedMinor: 2_249 }]);
        await figures.sell(paid);
      },
    ],
    [
      'a refund is a cent off',
      async () => {
        const paid = order(at);
        await writeBooks(figures.sql, [{ paid, refunds: [{ amountMinor: 2_251, at }] }]);
        await figures.sell(paid, { ...refundOf(paid), occurredAt: at.toISOString() });
      },
    ],
    [
      'the dashboards count what was not sold',
      async () => {
        const paid = order(at);
        await writeBooks(figures.sql, [{ paid }]);
        await figures.sell(paid);
        await figures.store.command(
          'INSERT INTO market_sales_daily (day, currency, items_minor) SELECT toDate({at:String}), {currency:String}, 1',
          { at: at.toISOString().slice(0, 10), currency: 'USD' },
        );
      },
    ],
  ])('differ when %s', async (_, happens) => {
    await happens();
    expect((await readBooks())?.state).toBe('differs');
  });

  it('move as long as the day is not over', async () => {
    await writeBooks(figures.sql, [{ paid: order(now) }]);
    expect((await readBooksOf(now)).days[0]).toMatchObject({ state: 'moving', events: { orders: 0 } });
  });

  it('know orders that were imported without a payment', async () => {
    const paid = order(at);
    await writeBooks(figures.sql, [{ paid, receivedMinor: null }]);
    await figures.sell(paid);
    expect(await readBooks()).toMatchObject({
      ledger: { paidMinor: 2_250, receivedMinor: 0, importedMinor: 2_250 },
      state: 'equal',
    });
  });
});

describe('how fresh the figures are', () => {
  it('is unknown of an empty market', async () => {
    const empty = await openFigures(now);
    try {
      expect(await readBooksOf(at, empty)).toEqual({
        days: [],
        outbox: { waitingFacts: 0, oldestWaitingMs: null },
        lastFactAt: null,
        lastEventAt: null,
        deadLetters: 0,
        asOf: now.toISOString(),
      });
    } finally {
      await empty.close();
    }
  });

  it('is told by the last fact and the last event, and by what could not be taken', async () => {
    await figures.sell(order(now));
    const seenSeconds = Math.floor(Date.now() / 1_000);
    await figures.store.command('INSERT INTO event_ids SELECT 1, toDateTime({seenSeconds:UInt32})', {
      seenSeconds,
    });
    const letter = toDeadLetter({
      source: 'outbox',
      reason: 'fact_invalid',
      detail: '',
      payload: '{}',
      receivedAtMs: Date.now(),
    });
    await figures.store.insert({
      table: 'dead_letters',
      columns: DEAD_LETTER_COLUMNS,
      rows: [letter.row],
      token: letter.id,
    });
    expect(await readBooksOf(at)).toMatchObject({
      lastFactAt: now.toISOString(),
      lastEventAt: new Date(seenSeconds * 1_000).toISOString(),
      deadLetters: 1,
    });
  });

  it('is told to other processes of Plaza only, and of a period', async () => {
    const question = '/dashboards/reconciliation?from=2026-11-14&to=2026-11-20';
    expect((await figures.ask(question, 'guess')).status).toBe(401);
    expect((await figures.ask('/dashboards/reconciliation')).status).toBe(400);
  });
});
