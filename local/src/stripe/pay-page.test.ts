import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { card, GOOD_CARD, openTestStandIn, submit, type TestStandIn } from './test-stand-in.ts';

let standIn: TestStandIn;

beforeEach(async () => {
  standIn = await openTestStandIn();
});
afterEach(() => standIn.close());

describe('the payment page', () => {
  it('shows the order with its texts escaped, and the way back', async () => {
    const created = await standIn.newCheckout();
    const response = await fetch(created.url ?? '');
    const page = await response.text();
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page).toContain('Keyboard &amp; &lt;b&gt;mouse&lt;/b&gt;');
    expect(page).toContain('€104.88');
    expect(page).toContain('href="http://shop.test/cart"');
    expect((await fetch(`http://127.0.0.1:${standIn.port}/stripe/pay/none`)).status).toBe(404);
  });

  it('takes a good card and sends the buyer on', async () => {
    const created = await standIn.newCheckout();
    const answer = await submit(created.url ?? '', GOOD_CARD);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`http://shop.test/done?session=${created.id}`);
    const intent = await standIn.pay(created);
    expect(intent).toMatchObject({ status: 'succeeded', amount_received: 10_488, metadata: { order: '1' } });
    await vi.waitFor(() =>
      expect(standIn.shop.types()).toEqual(['checkout.session.completed', 'payment_intent.succeeded']),
    );
    const completed = standIn.shop.received.find((event) => event.type === 'checkout.session.completed');
    expect(completed?.data.object).toMatchObject({
      id: created.id,
      payment_status: 'paid',
      payment_intent: intent.id,
    });
  });

  it.each([
    ['4000 0000 0000 0002', 'generic_decline', 'Your card was declined'],
    ['4000 0000 0000 9995', 'insufficient_funds', 'insufficient funds'],
    ['4111 1111 1111 1111', 'test_mode_live_card', 'test cards only'],
  ])(
    'stays and says why when %s is declined, and takes another card after it',
    async (number, code, text) => {
      const created = await standIn.newCheckout();
      const answer = await submit(created.url ?? '', card(number));
      expect(answer.status).toBe(402);
      expect(await answer.text()).toContain(text);
      await vi.waitFor(() => expect(standIn.shop.types()).toEqual(['payment_intent.payment_failed']));
      expect(standIn.shop.received[0]?.data.object).toMatchObject({
        last_payment_error: { code: 'card_declined', decline_code: code },
      });
      expect(await standIn.pay(created)).toMatchObject({ status: 'succeeded' });
    },
  );

  it('asks to correct a form that cannot be right, without an attempt', async () => {
    const created = await standIn.newCheckout();
    const answer = await submit(created.url ?? '', {
      number: '4242 4242 4242 4241',
      expiry: '01/20',
      cvc: '1',
      name: '',
    });
    expect(answer.status).toBe(422);
    expect((await answer.text()).match(/class="error"/g)).toHaveLength(4);
    expect(await standIn.stripe.checkout.sessions.retrieve(created.id)).toMatchObject({
      payment_intent: null,
    });
  });

  it.each([
    ['complete', 303, 'payment_intent.succeeded'],
    ['fail', 402, 'payment_intent.payment_failed'],
  ])('asks for 3-D Secure and lets the buyer %s it', async (answer, status, type) => {
    const created = await standIn.newCheckout();
    const first = await submit(created.url ?? '', card('4000002500003155'));
    const challenge = first.headers.get('location') ?? '';
    expect(challenge).toBe(`${created.url}/challenge`);
    expect(await (await fetch(challenge)).text()).toContain('€104.88');
    expect((await submit(challenge, { answer })).status).toBe(status);
    await vi.waitFor(() => expect(standIn.shop.types()).toContain(type));
  });

  it('pays once, however often the form is sent', async () => {
    const created = await standIn.newCheckout();
    const answers = await Promise.all(Array.from({ length: 5 }, () => submit(created.url ?? '', GOOD_CARD)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 200, 200, 303]);
    await vi.waitFor(() =>
      expect(standIn.shop.types()).toEqual(['checkout.session.completed', 'payment_intent.succeeded']),
    );
  });
});
