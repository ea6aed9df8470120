import { z } from 'zod';
import { type FormValue, formInteger, formMetadata, parseForm } from './form.ts';
import { stripeId } from './ids.ts';
import { chargeObject, refundObject } from './objects.ts';
import type { Change, Payment, RefundRecord } from './records.ts';
import { eventChange, type Origin, type StandIn } from './stand-in.ts';
import { missing, StripeError } from './stripe-error.ts';

const createParams = z.strictObject({
  payment_intent: z.string().optional(),
  charge: z.string().optional(),
  amount: formInteger
    .refine((amount) => amount > 0, 'This value must be greater than or equal to 1')
    .optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  metadata: formMetadata.optional(),
});

/** Refunds a payment in whole or in part. @throws StripeError when it was not paid or less than that is left */
export function createRefund(
  standIn: StandIn,
  form: Record<string, FormValue>,
  origin: Origin,
): { refund: RefundRecord; changes: Change[] } {
  const params = parseForm(createParams, form);
  const paid = findPaid(standIn, params.payment_intent, params.charge);
  const leftMinor = paid.amountMinor - paid.refundedMinor;
  if (leftMinor === 0) {
    throw new StripeError(400, `Charge ${paid.chargeId} has already been refunded.`, {
      code: 'charge_already_refunded',
    });
  }
  const amountMinor = params.amount ?? leftMinor;
  if (amountMinor > leftMinor) {
    throw new StripeError(
      400,
      `Refund amount (${amountMinor}) is greater than unrefunded amount on charge (${leftMinor}), in minor units of ${paid.currency}.`,
      { param: 'amount' },
    );
  }
  const payment: Payment = { ...paid, refundedMinor: paid.refundedMinor + amountMinor };
  const refund: RefundRecord = {
    id: stripeId('re'),
    paymentId: payment.id,
    chargeId: paid.chargeId,
    createdAt: standIn.now(),
    amountMinor,
    currency: payment.currency,
    reason: params.reason ?? null,
    metadata: params.metadata ?? {},
  };
  return {
    refund,
    changes: [
      { kind: 'payment', value: payment },
      { kind: 'refund', value: refund },
      eventChange(standIn, 'refund.created', refundObject(refund), origin),
      eventChange(standIn, 'charge.refunded', chargeObject(payment), origin),
    ],
  };
}

function findPaid(standIn: StandIn, paymentId: string | undefined, chargeId: string | undefined) {
  const id = paymentId ?? (chargeId ? standIn.state.paymentByCharge.get(chargeId) : undefined);
  if (id === undefined && chargeId === undefined) {
    throw new StripeError(
      400,
      'One of the following params should be provided for this request: payment_intent or charge.',
      {
        code: 'parameter_missing',
      },
    );
  }
  const payment = id === undefined ? undefined : standIn.state.payments.get(id);
  if (!payment) {
    throw paymentId
      ? missing('payment_intent', paymentId, 'payment_intent')
      : missing('charge', chargeId ?? '', 'charge');
  }
  if (payment.status !== 'succeeded' || payment.chargeId === null) {
    throw new StripeError(
      400,
      `This PaymentIntent (${payment.id}) does not have a successful charge to refund.`,
      {
        param: 'payment_intent',
      },
    );
  }
  return { ...payment, chargeId: payment.chargeId };
}
