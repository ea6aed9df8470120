import type Stripe from 'stripe';
import type { Checkout, EventRecord, LineItem, Payment, RefundRecord } from './records.ts';

/** @param payUrl address of the hosted payment page */
export function checkoutObject(checkout: Checkout, payUrl: string): Stripe.Checkout.Session {
  const paid = checkout.status === 'complete';
  return {
    id: checkout.id,
    object: 'checkout.session',
    adaptive_pricing: null,
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: null,
    amount_subtotal: checkout.amountMinor,
    amount_total: checkout.amountMinor,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: checkout.cancelUrl,
    client_reference_id: checkout.clientReferenceId,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: checkout.createdAt,
    currency: checkout.currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: null,
    customer_account: null,
    customer_creation: 'if_required',
    customer_details: null,
    customer_email: checkout.customerEmail,
    discounts: [],
    expires_at: checkout.expiresAt,
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: null,
    managed_payments: null,
    metadata: checkout.metadata,
    mode: 'payment',
    origin_context: null,
    payment_intent: checkout.paymentId,
    payment_link: null,
    payment_method_collection: 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: ['card'],
    payment_status: paid ? 'paid' : 'unpaid',
    permissions: null,
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: checkout.status,
    submit_type: null,
    subscription: null,
    success_url: checkout.successUrl,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: checkout.status === 'open' ? payUrl : null,
    wallet_options: null,
  };
}

export function lineItemObject(line: LineItem, currency: string): object {
  const amount = line.unitAmountMinor * line.quantity;
  return {
    id: line.id,
    object: 'item',
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency,
    description: line.name,
    metadata: {},
    price: {
      id: line.priceId,
      object: 'price',
      active: false,
      currency,
      livemode: false,
      product: line.productId,
      type: 'one_time',
      unit_amount: line.unitAmountMinor,
      unit_amount_decimal: String(line.unitAmountMinor),
    },
    quantity: line.quantity,
  };
}

export function paymentObject(payment: Payment): Stripe.PaymentIntent {
  const succeeded = payment.status === 'succeeded';
  return {
    id: payment.id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: payment.amountMinor,
    amount_capturable: 0,
    amount_received: succeeded ? payment.amountMinor : 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: null,
    confirmation_method: 'automatic',
    created: payment.createdAt,
    currency: payment.currency,
    customer: null,
    customer_account: null,
    description: payment.description,
    excluded_payment_method_types: null,
    last_payment_error: payment.failure ? failureObject(payment.failure) : null,
    latest_charge: payment.chargeId,
    livemode: false,
    managed_payments: null,
    metadata: payment.metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: payment.email,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: payment.status,
    transfer_group: null,
  };
}

function failureObject(failure: NonNullable<Payment['failure']>): Stripe.PaymentIntent.LastPaymentError {
  return {
    type: failure.code.startsWith('payment_intent') ? 'invalid_request_error' : 'card_error',
    message: failure.message,
    code: failure.code as Stripe.PaymentIntent.LastPaymentError.Code, // only ever set from the literals in cards.ts
    ...(failure.declineCode ? { decline_code: failure.declineCode } : {}),
  };
}

export function chargeObject(payment: Payment): object {
  const succeeded = payment.status === 'succeeded';
  return {
    id: payment.chargeId,
    object: 'charge',
    amount: payment.amountMinor,
    amount_captured: succeeded ? payment.amountMinor : 0,
    amount_refunded: payment.refundedMinor,
    billing_details: {
      address: null,
      email: payment.email,
      name: payment.cardholder,
      phone: null,
      tax_id: null,
    },
    captured: succeeded,
    created: payment.createdAt,
    currency: payment.currency,
    description: payment.description,
    disputed: false,
    failure_code: payment.failure?.code ?? null,
    failure_message: payment.failure?.message ?? null,
    livemode: false,
    metadata: payment.metadata,
    paid: succeeded,
    payment_intent: payment.id,
    payment_method_details: { type: 'card', card: { brand: 'visa', last4: payment.cardLast4 } },
    refunded: payment.refundedMinor === payment.amountMinor,
    status: succeeded ? 'succeeded' : 'failed',
  };
}

export function refundObject(refund: RefundRecord): Stripe.Refund {
  return {
    id: refund.id,
    object: 'refund',
    amount: refund.amountMinor,
    balance_transaction: null,
    charge: refund.chargeId,
    created: refund.createdAt,
    currency: refund.currency,
    customer: null,
    customer_account: null,
    metadata: refund.metadata,
    payment_intent: refund.paymentId,
    payment_method: null,
    reason: refund.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  };
}

export function eventObject(event: EventRecord): object {
  return {
    id: event.id,
    object: 'event',
    api_version: event.apiVersion,
    created: event.createdAt,
    data: { object: event.object },
    livemode: false,
    pending_webhooks: event.delivered ? 0 : 1,
    request: { id: event.requestId, idempotency_key: event.idempotencyKey },
    type: event.type,
  };
}

export function listObject(url: string, data: object[], hasMore = false): object {
  return { object: 'list', data, has_more: hasMore, url };
}
