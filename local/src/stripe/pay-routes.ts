import { answerHeaders } from '@plaza/edge/answer-headers';
import { contentHash } from '@plaza/edge/content-hash';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { type CardForm, type CardOutcome, checkCardForm, outcomeOf, TEST_CARDS } from './cards.ts';
import { answerChallenge, type PayResult, payCheckout } from './pay-checkout.ts';
import { messages } from './pay-page.messages.ts';
import { styles } from './pay-page.styles.ts';
import { challengePage, EMPTY_PAGE, noticePage, type PayPageState, payPage } from './pay-page.ts';
import type { Checkout } from './records.ts';
import { DEFAULT_API_VERSION, type Origin, payUrl, type StandIn } from './stand-in.ts';

// Where the form is answered from leads back to the shop, whose origin this page need not share: no `form-action`.
const PAGE_POLICY = `default-src 'none'; style-src ${contentHash(styles)}; base-uri 'none'; frame-ancestors 'none'`;
const VISITOR: Origin = { apiVersion: DEFAULT_API_VERSION, requestId: null, idempotencyKey: null };

const cardForm = z.object({
  number: z.string().max(80).default(''),
  expiry: z.string().max(80).default(''),
  cvc: z.string().max(80).default(''),
  name: z.string().max(80).default(''),
});
const challengeForm = z.object({ answer: z.enum(['complete', 'fail']) });
const testPayment = z.object({
  session: z.string().max(200),
  outcome: z.enum(['succeeded', 'declined', 'insufficient_funds']).default('succeeded'),
});

/** The hosted payment page: plain forms and redirects, so it works with JavaScript off. */
export function createPayRoutes(standIn: StandIn): Hono {
  const routes = new Hono();
  routes.use(bodyLimit({ maxSize: 64 * 1024 }));

  routes.get('/pay/:id', (context) => {
    const checkout = standIn.state.checkouts.get(context.req.param('id'));
    return checkout ? showCheckout(context, standIn, checkout) : showMissing(context);
  });

  routes.post('/pay/:id', async (context) => {
    const checkout = standIn.state.checkouts.get(context.req.param('id'));
    if (!checkout) return showMissing(context);
    const parsed = cardForm.safeParse(await context.req.parseBody());
    const form: CardForm = parsed.success ? parsed.data : EMPTY_PAGE.form;
    const errors = checkCardForm(form, new Date(standIn.now() * 1_000));
    if (Object.keys(errors).length > 0) return showForm(context, standIn, checkout, { form, errors });
    const card = { last4: form.number.replace(/\D/g, '').slice(-4), name: form.name.trim() };
    const result = await payCheckout(standIn, checkout, card, outcomeOf(form.number), VISITOR);
    return showResult(context, standIn, result, checkout, form);
  });

  routes.get('/pay/:id/challenge', (context) => {
    const checkout = standIn.state.checkouts.get(context.req.param('id'));
    if (!checkout) return showMissing(context);
    const payment = checkout.paymentId ? standIn.state.payments.get(checkout.paymentId) : undefined;
    if (checkout.status !== 'open' || payment?.status !== 'requires_action') {
      return showCheckout(context, standIn, checkout);
    }
    return page(context, challengePage(checkout, payment, `${payUrl(standIn, checkout.id)}/challenge`));
  });

  routes.post('/pay/:id/challenge', async (context) => {
    const checkout = standIn.state.checkouts.get(context.req.param('id'));
    if (!checkout) return showMissing(context);
    const parsed = challengeForm.safeParse(await context.req.parseBody());
    if (!parsed.success) return context.redirect(`${payUrl(standIn, checkout.id)}/challenge`, 303);
    const result = await answerChallenge(standIn, checkout, parsed.data.answer === 'complete', VISITOR);
    return showResult(context, standIn, result, checkout, EMPTY_PAGE.form);
  });

  // Not part of Stripe: pays a session without its page, for load tests.
  routes.post('/test/pay', async (context) => {
    const parsed = testPayment.safeParse(await context.req.json().catch(() => undefined));
    if (!parsed.success)
      return context.json({ error: 'Send {"session": "cs_test_…", "outcome": "succeeded"}.' }, 400);
    const checkout = standIn.state.checkouts.get(parsed.data.session);
    if (!checkout) return context.json({ error: `No such session: ${parsed.data.session}` }, 404);
    const outcome = testOutcome(parsed.data.outcome);
    const result = await payCheckout(standIn, checkout, { last4: '4242', name: 'Test' }, outcome, VISITOR);
    return context.json(result.ok ? { status: 'succeeded' } : { status: result.code }, result.ok ? 200 : 402);
  });

  return routes;
}

function showResult(context: Context, standIn: StandIn, result: PayResult, before: Checkout, form: CardForm) {
  if (result.ok) return context.redirect(successUrl(result.checkout), 303);
  switch (result.code) {
    case 'challenge':
      return context.redirect(`${payUrl(standIn, result.checkout.id)}/challenge`, 303);
    case 'declined':
      // The security code is typed anew each time, as no one may keep it.
      return showForm(context, standIn, before, {
        form: { ...form, cvc: '' },
        errors: {},
        declined: result.failure.message,
      });
    case 'not_open':
      return showCheckout(context, standIn, result.checkout);
  }
}

function showCheckout(context: Context, standIn: StandIn, checkout: Checkout) {
  if (checkout.status === 'complete') {
    const link = { href: successUrl(checkout), label: messages.toOrder };
    return page(context, noticePage(messages.completeTitle, messages.completeText, link));
  }
  if (checkout.status === 'expired' || checkout.expiresAt <= standIn.now()) {
    const link = checkout.cancelUrl ? { href: checkout.cancelUrl, label: messages.back } : undefined;
    return page(context, noticePage(messages.expiredTitle, messages.expiredText, link), 410);
  }
  return page(context, payPage(checkout, payUrl(standIn, checkout.id), EMPTY_PAGE));
}

function showForm(context: Context, standIn: StandIn, checkout: Checkout, state: PayPageState) {
  if (checkout.status !== 'open') return showCheckout(context, standIn, checkout);
  return page(context, payPage(checkout, payUrl(standIn, checkout.id), state), state.declined ? 402 : 422);
}

function showMissing(context: Context) {
  return page(context, noticePage(messages.missingTitle, messages.missingText), 404);
}

function page(
  context: Context,
  content: ReturnType<typeof payPage>,
  status: 200 | 402 | 404 | 410 | 422 = 200,
) {
  for (const [name, value] of Object.entries(answerHeaders('data', false))) context.header(name, value);
  context.header('Content-Security-Policy', PAGE_POLICY);
  context.header('Referrer-Policy', 'same-origin');
  return context.html(content, status);
}

function successUrl(checkout: Checkout): string {
  return checkout.successUrl.replaceAll('{CHECKOUT_SESSION_ID}', checkout.id);
}

function testOutcome(name: 'succeeded' | 'declined' | 'insufficient_funds'): CardOutcome {
  const number = {
    succeeded: '4242424242424242',
    declined: '4000000000000002',
    insufficient_funds: '4000000000009995',
  }[name];
  return TEST_CARDS.find((card) => card.number === number)?.outcome ?? { kind: 'succeeded' };
}
