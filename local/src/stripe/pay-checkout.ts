import { AUTHENTICATION_FAILURE, type CardOutcome } from './cards.ts';
import { stripeId } from './ids.ts';
import { paymentObject } from './objects.ts';
import type { Change, Checkout, Payment, PaymentFailure } from './records.ts';
import { eventChange, type Origin, renderCheckout, type StandIn } from './stand-in.ts';

/** The card of an attempt, as far as it is kept. */
export interface CardUsed {
  last4: string;
  name: string;
}

export type PayResult =
  | { ok: true; checkout: Checkout }
  | { ok: false; code: 'challenge'; checkout: Checkout }
  | { ok: false; code: 'declined'; failure: PaymentFailure }
  | { ok: false; code: 'not_open'; checkout: Checkout };

/**
 * One attempt to pay a session. All attempts share the payment intent; each that comes to a charge has its own.
 * @param outcome what the card's bank answers
 */
export async function payCheckout(
  standIn: StandIn,
  checkout: Checkout,
  card: CardUsed,
  outcome: CardOutcome,
  origin: Origin,
): Promise<PayResult> {
  if (checkout.status !== 'open' || checkout.expiresAt <= standIn.now()) {
    return { ok: false, code: 'not_open', checkout };
  }
  const attempt = startAttempt(standIn, checkout, card);
  switch (outcome.kind) {
    case 'succeeded':
      return succeed(standIn, checkout, attempt, origin);
    case 'declined':
      return fail(standIn, checkout, attempt, outcome.failure, origin);
    case 'challenge': {
      const payment: Payment = { ...attempt, status: 'requires_action' };
      const waiting: Checkout = { ...checkout, paymentId: payment.id };
      await standIn.commit([
        { kind: 'payment', value: payment },
        { kind: 'checkout', value: waiting },
      ]);
      return { ok: false, code: 'challenge', checkout: waiting };
    }
  }
}

/** Ends the 3-D Secure challenge of a session. @param confirmed whether the person said who they are */
export async function answerChallenge(
  standIn: StandIn,
  checkout: Checkout,
  confirmed: boolean,
  origin: Origin,
): Promise<PayResult> {
  const payment = checkout.paymentId ? standIn.state.payments.get(checkout.paymentId) : undefined;
  const isOpen = checkout.status === 'open' && checkout.expiresAt > standIn.now();
  if (!isOpen || payment?.status !== 'requires_action') return { ok: false, code: 'not_open', checkout };
  return confirmed
    ? succeed(standIn, checkout, payment, origin)
    : fail(standIn, checkout, payment, AUTHENTICATION_FAILURE, origin);
}

function startAttempt(standIn: StandIn, checkout: Checkout, card: CardUsed): Payment {
  const earlier = checkout.paymentId ? standIn.state.payments.get(checkout.paymentId) : undefined;
  return {
    id: earlier?.id ?? stripeId('pi'),
    checkoutId: checkout.id,
    chargeId: null,
    createdAt: earlier?.createdAt ?? standIn.now(),
    amountMinor: checkout.amountMinor,
    refundedMinor: 0,
    currency: checkout.currency,
    status: 'requires_payment_method',
    cardLast4: card.last4,
    cardholder: card.name,
    email: checkout.customerEmail,
    metadata: checkout.paymentMetadata,
    description: checkout.paymentDescription,
    failure: null,
  };
}

async function succeed(
  standIn: StandIn,
  open: Checkout,
  attempt: Payment,
  origin: Origin,
): Promise<PayResult> {
  const payment: Payment = { ...attempt, chargeId: stripeId('ch'), status: 'succeeded', failure: null };
  const checkout: Checkout = { ...open, status: 'complete', paymentId: payment.id };
  const changes: Change[] = [
    { kind: 'payment', value: payment },
    { kind: 'checkout', value: checkout },
    eventChange(standIn, 'payment_intent.succeeded', paymentObject(payment), origin),
    eventChange(standIn, 'checkout.session.completed', renderCheckout(standIn, checkout), origin),
  ];
  await standIn.commit(changes);
  return { ok: true, checkout };
}

async function fail(
  standIn: StandIn,
  open: Checkout,
  attempt: Payment,
  failure: PaymentFailure,
  origin: Origin,
): Promise<PayResult> {
  const payment: Payment = {
    ...attempt,
    chargeId: stripeId('ch'),
    status: 'requires_payment_method',
    failure,
  };
  const changes: Change[] = [
    { kind: 'payment', value: payment },
    { kind: 'checkout', value: { ...open, paymentId: payment.id } },
    eventChange(standIn, 'payment_intent.payment_failed', paymentObject(payment), origin),
  ];
  await standIn.commit(changes);
  return { ok: false, code: 'declined', failure };
}
