import { createTestDatabase, createTestMail, type TestDatabase, type TestMail } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Mailer, OutgoingMail, SendMailResult } from '../platform/mail.ts';
import type { Services } from '../platform/services.ts';
import { openTestMarket, TestClock, type TestMarket } from '../testing/test-market.ts';
import { defineMail } from './define-mail.ts';
import { eraseOldMails } from './erase-old-mails.ts';
import { handOverMails, MAX_ATTEMPTS } from './hand-over-mails.ts';
import { notificationJobs } from './notification-jobs.ts';
import { createPace } from './pace.ts';
import { queueMail } from './queue-mail.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const content = (heading: string) => ({
  subject: heading,
  preview: '',
  heading,
  blocks: [{ kind: 'text' as const, text: `About ${heading}` }],
  reason: 'A test.',
});
const greeting = defineMail({
  name: 'test-greeting',
  data: z.object({ name: z.string() }),
  compose: (_services, { name }) => content(`Hello ${name}`),
});
const code = defineMail({
  name: 'test-code',
  data: z.object({ code: z.string() }),
  isSensitive: true,
  isUrgent: true,
  validForMs: 10 * MINUTE_MS,
  compose: (_services, data) => content(`Code ${data.code}`),
});
const templates = new Map([greeting, code].map((mail) => [mail.name, mail]));

let database: TestDatabase;
let inbox: TestMail;
let market: TestMarket;
let services: Services;
const clock = new TestClock();

beforeAll(async () => {
  [database, inbox] = await Promise.all([createTestDatabase(), createTestMail()]);
  market = await openTestMarket({ databaseUrl: database.url, clock, smtpUrl: inbox.smtpUrl });
  services = market.services;
});
afterAll(async () => {
  await services.close();
  await Promise.all([inbox.drop(), database.drop()]);
});

const address = () => `${crypto.randomUUID()}@plaza.test`;
const greet = (to: string, dedupeKey = to, name = 'Ada') =>
  queueMail(services.database.client, greeting, { to, data: { name }, dedupeKey, now: clock.now() });
const handOver = (mailer: Mailer = services.mailer) =>
  handOverMails({ ...services, mailer }, templates, createPace(1_000));
const rowOf = async (dedupeKey: string) => {
  const [row] = await services.database.client`
    select status, recipient, data, attempts, last_error from mail where dedupe_key like ${`%:${dedupeKey}`}`;
  return row;
};

/** Takes no mail, or each in its own way. */
const mailerThat = (send: (mail: OutgoingMail) => SendMailResult | Promise<SendMailResult>): Mailer => ({
  sendMail: async (mail) => send(mail),
  close: () => undefined,
});
const away = mailerThat(() => ({ ok: false, code: 'unavailable', message: 'nobody there' }));

describe('a queued mail', () => {
  it('is sent as HTML and as text', async () => {
    const to = address();
    await greet(to, to, '<b>Ada</b>');
    await handOver();
    const [mail] = inbox.mailsTo(to);
    expect(mail?.subject).toBe('Hello <b>Ada</b>');
    expect(mail?.html).toContain('Hello &lt;b&gt;Ada&lt;/b&gt;');
    expect(mail?.text).toContain('About Hello <b>Ada</b>');
    expect(await rowOf(to)).toMatchObject({ status: 'sent', attempts: 1 });
  });

  it('is sent once, however often its cause is repeated', async () => {
    const to = address();
    await Promise.all(Array.from({ length: 5 }, () => greet(to)));
    await Promise.all([handOver(), handOver(), handOver()]);
    await greet(to);
    await handOver();
    expect(inbox.mailsTo(to)).toMatchObject([{ copies: 1 }]);
  });

  it('is not sent when what caused it did not happen', async () => {
    const to = address();
    const undone = services.database.client.begin(async (query) => {
      await queueMail(query, greeting, { to, data: { name: 'Ada' }, dedupeKey: to, now: clock.now() });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await handOver();
    expect(inbox.mailsTo(to)).toEqual([]);
  });

  it('leaves at once when somebody rings', async () => {
    const to = address();
    const jobs = notificationJobs(services, [greeting]);
    await greet(to);
    services.mailWaker.wake();
    await expect.poll(() => inbox.mailsTo(to).length, { timeout: 1_500, interval: 20 }).toBe(1);
    await Promise.all(jobs.map((job) => job.stop()));
  });

  it('that was sent by a process that died before noting it goes again as the same mail', async () => {
    const to = address();
    await greet(to);
    const dies = mailerThat(async (mail) => {
      await services.mailer.sendMail(mail);
      throw new Error('killed');
    });
    await handOver(dies);
    await handOver();
    expect(inbox.mailsTo(to)).toMatchObject([{ copies: 1 }]);
    clock.advance(MINUTE_MS + 1);
    await handOver();
    expect(inbox.mailsTo(to)).toMatchObject([{ copies: 2 }]);
    expect(await rowOf(to)).toMatchObject({ status: 'sent' });
  });
});

describe('a mail that cannot be sent', () => {
  it('is tried again after pauses that grow, and given up in sight after the last attempt', async () => {
    const to = address();
    await greet(to);
    for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt += 1) {
      await handOver(away);
      await handOver(away);
      expect(await rowOf(to)).toMatchObject({
        status: 'queued',
        attempts: attempt,
        last_error: 'nobody there',
      });
      clock.advance(Math.min(2 ** (attempt - 1), 60) * MINUTE_MS + 1);
    }
    await handOver(away);
    expect(await rowOf(to)).toMatchObject({ status: 'failed', last_error: 'nobody there' });
    clock.advance(DAY_MS);
    await handOver();
    expect(inbox.mailsTo(to)).toEqual([]);
  });

  it('is given up at once when it is refused for good', async () => {
    const to = address();
    await greet(to);
    await handOver(mailerThat(() => ({ ok: false, code: 'refused', message: '550 no such mailbox' })));
    expect(await rowOf(to)).toMatchObject({
      status: 'failed',
      attempts: 1,
      last_error: '550 no such mailbox',
    });
  });

  it('does not hold up the others', async () => {
    const [bad, good] = [address(), address()];
    await greet(bad);
    await greet(good);
    await handOver(
      mailerThat((mail) => (mail.to === bad ? away.sendMail(mail) : services.mailer.sendMail(mail))),
    );
    expect(inbox.mailsTo(good)).toHaveLength(1);
    expect(await rowOf(bad)).toMatchObject({ status: 'queued' });
    clock.advance(DAY_MS);
    await handOver();
  });
});

describe('a mail with a code', () => {
  const sendCode = (to: string) =>
    queueMail(services.database.client, code, {
      to,
      data: { code: '123456' },
      dedupeKey: to,
      now: clock.now(),
    });

  it('goes ahead of the others and is not kept', async () => {
    const [to, other] = [address(), address()];
    await greet(other);
    await sendCode(to);
    const order: string[] = [];
    await handOver(
      mailerThat((mail) => {
        order.push(mail.to);
        return services.mailer.sendMail(mail);
      }),
    );
    expect(order).toEqual([to, other]);
    expect(inbox.mailsTo(to)[0]?.subject).toBe('Code 123456');
    expect(await rowOf(to)).toMatchObject({ status: 'sent', data: {} });
    expect(await rowOf(other)).toMatchObject({ status: 'sent', data: { name: 'Ada' } });
  });

  it('is not sent any more when it is too old, nor kept', async () => {
    const to = address();
    await sendCode(to);
    clock.advance(10 * MINUTE_MS);
    await handOver();
    expect(inbox.mailsTo(to)).toEqual([]);
    expect(await rowOf(to)).toMatchObject({ status: 'failed', data: {} });
  });
});

it('forgets who got what after a week, and that there was a mail after ninety days', async () => {
  const to = address();
  await greet(to);
  await handOver();
  clock.advance(6 * DAY_MS);
  await eraseOldMails(services);
  expect(await rowOf(to)).toMatchObject({ recipient: to, data: { name: 'Ada' } });
  clock.advance(2 * DAY_MS);
  await eraseOldMails(services);
  expect(await rowOf(to)).toMatchObject({ status: 'sent', recipient: null, data: {} });
  await greet(to);
  await handOver();
  expect(inbox.mailsTo(to)).toHaveLength(1);
  clock.advance(90 * DAY_MS);
  await eraseOldMails(services);
  expect(await rowOf(to)).toBeUndefined();
});
